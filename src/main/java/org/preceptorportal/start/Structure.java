package org.preceptorportal.start;

import java.io.Serializable;
import java.util.List;

/**
 * Guiding questions for a letter.
 *
 * @param questions in their order; {0} is the learner's name
 */
public record Structure(String code, String title, String fits, List<String> questions)
        implements Serializable {
    public Structure {
        questions = List.copyOf(questions);
    }
}

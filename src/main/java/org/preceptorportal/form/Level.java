package org.preceptorportal.form;

import java.io.Serializable;

/**
 * One step of a scale.
 *
 * @param value 1 (lowest) to 5
 * @param word the one or two words shown on the button
 * @param meaning a sentence that says what the step looks like
 */
public record Level(int value, String word, String meaning) implements Serializable {
    public Level {
        if (value < 1 || value > 5 || word.isBlank() || meaning.isBlank()) {
            throw new IllegalArgumentException("a level is 1 to 5 and has a word and a meaning");
        }
    }
}

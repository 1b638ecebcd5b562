package org.preceptorportal.evaluation;

import java.util.Objects;

/**
 * One answer as somebody changed it.
 *
 * @param question an item's code, a text's code, or one of {@link Answers#CONTEXT}
 * @param value as {@link Answers} words it
 * @param revision the revision whose value was changed; 0 when there was none yet
 */
public record Change(String question, String value, int revision) {
    public Change {
        Objects.requireNonNull(question, "a change names its question");
        // Browsers send line breaks as two characters but count one; the database keeps no NUL.
        value = value == null ? "" : value.replace("\r\n", "\n").replace("\0", "");
    }
}

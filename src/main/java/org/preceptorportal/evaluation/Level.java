package org.preceptorportal.evaluation;

import java.io.Serializable;

/**
 * One step of the scale.
 *
 * @param value 1 (lowest) to 5
 * @param word the one word shown on the button
 */
public record Level(int value, String word) implements Serializable {
    public Level {
        if (value < 1 || value > 5 || word.isBlank()) {
            throw new IllegalArgumentException("a level is 1 to 5 and has a word");
        }
    }
}

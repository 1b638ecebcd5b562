package org.preceptorportal.form;

import java.io.Serializable;
import java.util.List;

/**
 * Five levels that items are rated on (FO-2).
 *
 * @param code short and lasting, for instance {@code entrustment}
 * @param title what the levels measure
 * @param levels 1 to 5, lowest first
 */
public record Scale(String code, String title, List<Level> levels) implements Serializable {
    /** Levels of every scale. */
    public static final int LEVELS = 5;

    public Scale {
        levels = List.copyOf(levels);
        if (levels.size() != LEVELS) {
            throw new IllegalArgumentException(
                    "scale " + code + " has " + levels.size() + " levels; it needs five");
        }
        for (int i = 0; i < LEVELS; i++) {
            if (levels.get(i).value() != i + 1) {
                throw new IllegalArgumentException("scale " + code + " must run from 1 to 5");
            }
        }
    }

    /** The level of a rating from 1 to 5. */
    public Level level(int rating) {
        return levels.get(rating - 1);
    }
}

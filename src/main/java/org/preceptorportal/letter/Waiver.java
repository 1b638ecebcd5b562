package org.preceptorportal.letter;

import java.time.Instant;
import java.util.Objects;

/**
 * A learner's signed choice about reading the letter.
 *
 * @param waived true: the learner gave up the right to read it, for good
 * @param textVersion which wording was signed; the wordings stay in the bundle as {@code
 *     waiver.<version>.*}
 * @param signature the name as the learner typed it
 * @param at when
 */
public record Waiver(boolean waived, String textVersion, String signature, Instant at) {
    /** The wording that is offered today. */
    public static final String CURRENT_TEXT = "1";

    public Waiver {
        Objects.requireNonNull(textVersion, "a waiver names its wording");
        Objects.requireNonNull(at, "a waiver has a time");
        if (signature == null || signature.isBlank()) {
            throw new IllegalArgumentException("a waiver is signed");
        }
    }
}

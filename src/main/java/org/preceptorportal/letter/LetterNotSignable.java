package org.preceptorportal.letter;

import org.preceptorportal.shell.Refusal;

/** Something that a signed letter must have is missing. */
public class LetterNotSignable extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param missing what: {@code empty}, {@code phone}, {@code email}
     */
    LetterNotSignable(String missing) {
        super("letter", "refused.notSignable." + missing);
    }
}

package org.preceptorportal.letter;

import org.preceptorportal.shell.Refusal;

/** More text than a letter holds. */
public class LetterTooLong extends Refusal {
    private static final long serialVersionUID = 1L;

    LetterTooLong(int longest) {
        super("letter", "refused.tooLong", longest);
    }
}

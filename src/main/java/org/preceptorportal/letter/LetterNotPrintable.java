package org.preceptorportal.letter;

import org.preceptorportal.shell.Refusal;

/** A character of the letter is in none of our fonts. */
public class LetterNotPrintable extends Refusal {
    private static final long serialVersionUID = 1L;

    public LetterNotPrintable(String character) {
        super("letter", "refused.notPrintable", character);
    }
}

package org.preceptorportal.letter;

import org.preceptorportal.shell.Refusal;

/** The letter is no longer at the step the caller saw. */
public class LetterMovedOn extends Refusal {
    private static final long serialVersionUID = 1L;

    public LetterMovedOn() {
        super("letter", "refused.movedOn");
    }
}

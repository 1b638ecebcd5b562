package org.preceptorportal.letter;

import org.preceptorportal.shell.Refusal;

/** There is a letter for this rotation already. */
public class LetterAlreadyAsked extends Refusal {
    private static final long serialVersionUID = 1L;

    LetterAlreadyAsked() {
        super("letter", "refused.alreadyAsked");
    }
}

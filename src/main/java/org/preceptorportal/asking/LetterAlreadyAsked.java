package org.preceptorportal.asking;

import org.preceptorportal.shell.Refusal;

/** There is a letter for this rotation already. */
public class LetterAlreadyAsked extends Refusal {
    private static final long serialVersionUID = 1L;

    LetterAlreadyAsked() {
        super("asking", "refused.alreadyAsked");
    }
}

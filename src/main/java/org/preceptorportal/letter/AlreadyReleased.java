package org.preceptorportal.letter;

import org.preceptorportal.shell.Refusal;

/** The program has this letter already. */
public class AlreadyReleased extends Refusal {
    private static final long serialVersionUID = 1L;

    AlreadyReleased(String program) {
        super("letter", "refused.alreadyReleased", program);
    }
}

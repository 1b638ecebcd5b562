package org.preceptorportal.release;

import org.preceptorportal.shell.Refusal;

/** The program has this letter already. */
public class AlreadyReleased extends Refusal {
    private static final long serialVersionUID = 1L;

    AlreadyReleased(String program) {
        super("release", "refused.alreadyReleased", program);
    }
}

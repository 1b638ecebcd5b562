package org.preceptorportal.verify;

import org.preceptorportal.shell.Refusal;

/** Too much was asked from one place, or too many files at a time. */
public class TooManyChecks extends Refusal {
    private static final long serialVersionUID = 1L;

    TooManyChecks() {
        super("verify", "refused.tooManyChecks");
    }
}

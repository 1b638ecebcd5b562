package org.preceptorportal.signing;

import org.preceptorportal.shell.Refusal;

/** Too many codes were tried from one place. */
public class TooManyChecks extends Refusal {
    private static final long serialVersionUID = 1L;

    TooManyChecks() {
        super("signing", "refused.tooManyChecks");
    }
}

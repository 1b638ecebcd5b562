package org.preceptorportal.access;

import org.preceptorportal.shell.Refusal;

/** Too many tries from one network address. */
public class TooManyTries extends Refusal {
    private static final long serialVersionUID = 1L;

    public TooManyTries() {
        super("access", "sign-in.tooMany");
    }
}

package org.preceptorportal.access;

import org.preceptorportal.shell.Refusal;

/** Address and password do not open an account, or not now: which, nobody is told (AC-4). */
public class SignInRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    public SignInRefused() {
        super("access", "sign-in.refused");
    }
}

package org.preceptorportal.stepup;

import org.preceptorportal.shell.Refusal;

/** Many codes were mailed to this person for one thing within a few minutes. */
public class SigningCodesSpent extends Refusal {
    private static final long serialVersionUID = 1L;

    SigningCodesSpent() {
        super("stepup", "refused.codes");
    }
}

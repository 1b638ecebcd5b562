package org.preceptorportal.stepup;

import org.preceptorportal.shell.Refusal;

/** Many codes that were mailed to this person for one thing wait to be typed (SU-1). */
public class SigningCodesSpent extends Refusal {
    private static final long serialVersionUID = 1L;

    SigningCodesSpent() {
        super("stepup", "refused.codes");
    }
}

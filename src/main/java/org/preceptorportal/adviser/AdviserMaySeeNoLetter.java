package org.preceptorportal.adviser;

import org.preceptorportal.shell.Refusal;

/** The caller advises this learner, and so gets no letter about them (AD-3). */
public class AdviserMaySeeNoLetter extends Refusal {
    private static final long serialVersionUID = 1L;

    AdviserMaySeeNoLetter() {
        super("adviser", "refused.seesNoLetter");
    }
}

package org.preceptorportal.letter;

import org.preceptorportal.shell.Refusal;

/** The preceptor has opened the request: the learner's choice stands (LT-2). */
public class WaiverLocked extends Refusal {
    private static final long serialVersionUID = 1L;

    WaiverLocked() {
        super("letter", "refused.waiverLocked");
    }
}

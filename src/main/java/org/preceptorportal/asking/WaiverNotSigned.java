package org.preceptorportal.asking;

import org.preceptorportal.shell.Refusal;

/** The typed name is not the learner's. */
public class WaiverNotSigned extends Refusal {
    private static final long serialVersionUID = 1L;

    WaiverNotSigned(String name) {
        super("asking", "refused.waiverNotSigned", name);
    }
}

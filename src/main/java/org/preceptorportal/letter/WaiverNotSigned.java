package org.preceptorportal.letter;

import org.preceptorportal.shell.Refusal;

/** The typed name is not the learner's. */
public class WaiverNotSigned extends Refusal {
    private static final long serialVersionUID = 1L;

    WaiverNotSigned(String name) {
        super("letter", "refused.waiverNotSigned", name);
    }
}

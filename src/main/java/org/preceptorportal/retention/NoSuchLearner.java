package org.preceptorportal.retention;

import org.preceptorportal.shell.Refusal;

/** A hold names a learner whom the roster does not know. */
public class NoSuchLearner extends Refusal {
    private static final long serialVersionUID = 1L;

    NoSuchLearner(String code) {
        super("retention", "keeping.noLearner", code);
    }
}

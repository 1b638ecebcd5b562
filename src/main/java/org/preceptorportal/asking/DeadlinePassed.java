package org.preceptorportal.asking;

import org.preceptorportal.shell.Refusal;

/** A letter cannot be needed by a day that is over. */
public class DeadlinePassed extends Refusal {
    private static final long serialVersionUID = 1L;

    DeadlinePassed() {
        super("asking", "refused.deadlinePassed");
    }
}

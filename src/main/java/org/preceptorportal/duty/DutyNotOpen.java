package org.preceptorportal.duty;

import org.preceptorportal.shell.Refusal;

/** What was asked does not go with the state that the duty is in. */
public class DutyNotOpen extends Refusal {
    private static final long serialVersionUID = 1L;

    DutyNotOpen(DutyState state) {
        super("duty", "refusal.state." + state);
    }
}

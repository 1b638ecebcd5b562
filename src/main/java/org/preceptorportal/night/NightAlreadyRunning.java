package org.preceptorportal.night;

import org.preceptorportal.shell.Refusal;

/** An institution has one active night, and one beside it for each single program (NI-1). */
public class NightAlreadyRunning extends Refusal {
    private static final long serialVersionUID = 1L;

    private final long nightId;

    public NightAlreadyRunning(long nightId) {
        super("night", "runs.alreadyRunning");
        this.nightId = nightId;
    }

    /** The night that is under way. */
    public long nightId() {
        return nightId;
    }
}

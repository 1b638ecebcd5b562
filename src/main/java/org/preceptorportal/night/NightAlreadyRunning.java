package org.preceptorportal.night;

import org.preceptorportal.shell.Refusal;

/** An institution has one active night (NI-1). */
public class NightAlreadyRunning extends Refusal {
    private static final long serialVersionUID = 1L;

    private final long runId;

    public NightAlreadyRunning(long runId) {
        super("night", "runs.alreadyRunning");
        this.runId = runId;
    }

    /** The run that is under way. */
    public long runId() {
        return runId;
    }
}

package org.preceptorportal.ledger;

/** Another node or a later try owns this run by now: the chunk must not commit (LE-3). */
public class RunLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunLost(long runId) {
        super("run " + runId + " is owned by another by now");
    }
}

package org.preceptorportal.night;

/** Another node has taken this run over: the chunk must not commit (NI-2). */
public class RunLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunLost(long runId) {
        super("run " + runId + " is no longer this node's");
    }
}

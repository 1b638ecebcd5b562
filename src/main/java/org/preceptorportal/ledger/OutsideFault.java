package org.preceptorportal.ledger;

/**
 * A step cannot go on for something outside the portal, which may be back in a moment: the night
 * tries the job again at its checkpoint, a few times (NI-11).
 */
public class OutsideFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutsideFault(String what, Throwable cause) {
        super(what, cause);
    }
}

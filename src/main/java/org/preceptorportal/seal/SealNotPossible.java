package org.preceptorportal.seal;

/** Nothing was signed: no time-stamp authority answered, or the key store is unusable. */
public class SealNotPossible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What the author may be told. */
    public enum Reason {
        /** No time-stamp authority gave an answer that holds; later it may. */
        NO_TIME_STAMP,
        /** The authorities' keys cannot be used; the administrator must see to it. */
        NO_KEYS,
        /** Something that should not happen; the log has it. */
        FAULT
    }

    private final Reason reason;

    SealNotPossible(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    SealNotPossible(Reason reason, String message) {
        this(reason, message, null);
    }

    public Reason reason() {
        return reason;
    }
}

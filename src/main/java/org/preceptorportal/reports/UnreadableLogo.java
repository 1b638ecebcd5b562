package org.preceptorportal.reports;

/** A file that cannot be a letterhead's logo. */
public class UnreadableLogo extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Reason {
        /** Neither PNG nor JPEG, whatever its name says. */
        OTHER_FORMAT,
        TOO_LARGE,
        TOO_SMALL,
        DAMAGED
    }

    private final Reason reason;

    UnreadableLogo(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

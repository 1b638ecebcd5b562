package org.preceptorportal.revision;

/** The file is not one that was sealed here and left alone; the message says why, for support. */
public final class Broken extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean absent;

    Broken(String message, boolean absent) {
        super(message);
        this.absent = absent;
    }

    Broken(String message) {
        this(message, false);
    }

    /** What stands in a signature's place is no signature that counts. */
    public Broken(String message, Throwable cause) {
        super(message, cause);
        this.absent = false;
    }

    /** Whether the file has no signature at all. */
    public boolean absent() {
        return absent;
    }
}

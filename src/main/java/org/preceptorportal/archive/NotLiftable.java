package org.preceptorportal.archive;

/** This one file cannot be lifted; the message says why, for support, and quotes nothing of it. */
public class NotLiftable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotLiftable(String message) {
        super(message);
    }

    NotLiftable(String message, Throwable cause) {
        super(message, cause);
    }
}

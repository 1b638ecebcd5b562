package org.preceptorportal.seal;

/** Nothing was signed: no time-stamp authority answered, or the key store is unusable. */
public class SealNotPossible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealNotPossible(String message, Throwable cause) {
        super(message, cause);
    }

    SealNotPossible(String message) {
        super(message);
    }
}

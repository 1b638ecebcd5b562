package org.preceptorportal.store;

/**
 * The store's folder cannot be read at all. That is nobody's file: a night must fail and be
 * restarted, and not list every letter as damaged.
 */
public final class StoreUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreUnreachable(Throwable cause) {
        super("the store's folder cannot be read", cause);
    }
}

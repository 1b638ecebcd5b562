package org.preceptorportal.reports;

/**
 * A signature that does not fit into the room reserved for it: open a larger slot and sign anew.
 */
public final class SealTooBig extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int size;

    SealTooBig(int size, int reserve) {
        super("A seal of %d bytes in a slot of %d".formatted(size, reserve));
        this.size = size;
    }

    /** Bytes that must be reserved. */
    public int size() {
        return size;
    }
}

package org.preceptorportal.reports;

/** A document that cannot be bound into a file. Nothing is printed; leave it out and say so. */
public final class UnreadablePart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int index;

    UnreadablePart(int index, Throwable cause) {
        super("part " + index + " is not a readable PDF", cause);
        this.index = index;
    }

    /** Which one, counted from 0: the letters, then the report. */
    public int index() {
        return index;
    }
}

package org.preceptorportal.figures;

/** An evaluation does not fit its form; the message names it and never quotes it. */
public class UncountableSheet extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UncountableSheet(String fault) {
        super(fault);
    }
}

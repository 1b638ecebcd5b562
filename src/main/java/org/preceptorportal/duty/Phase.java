package org.preceptorportal.duty;

/** At which point of a rotation an evaluation is owed. */
public enum Phase {
    /** Halfway, formative. */
    MID,
    /** At the end. */
    FINAL
}

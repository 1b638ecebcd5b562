package org.preceptorportal.form;

import java.util.Locale;

/** What a form is for. */
public enum Purpose {
    /** Formative, in the middle of a rotation: ends in one agreed goal. */
    MID,
    /** At the end of a rotation: the one that reports and programs see. */
    FINAL,
    /** One observed encounter, in half a minute. */
    ENCOUNTER;

    /** As files and message keys spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

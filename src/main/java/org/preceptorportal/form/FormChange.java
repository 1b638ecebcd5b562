package org.preceptorportal.form;

import java.io.Serializable;

/**
 * One difference between two versions of a form.
 *
 * @param what a sentence in plain words
 * @param before the old wording, or null where something was added
 * @param after the new wording, or null where something was removed
 */
public record FormChange(Kind kind, String what, String before, String after)
        implements Serializable {
    /** How a version differs. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}

package org.preceptorportal.observed;

import java.util.Comparator;

/**
 * Items that are counted together: those of a domain, or of an entrustable activity, on one scale.
 *
 * @param activity whether it is an activity
 * @param code of the domain, or the activity's short label
 * @param scale code of the scale
 */
public record Slice(boolean activity, String code, String scale) implements Comparable<Slice> {
    private static final Comparator<Slice> ORDER =
            Comparator.comparing(Slice::activity)
                    .thenComparing(Slice::code)
                    .thenComparing(Slice::scale);

    @Override
    public int compareTo(Slice other) {
        return ORDER.compare(this, other);
    }
}

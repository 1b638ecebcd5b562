package org.preceptorportal.ledger;

import java.util.Comparator;

/**
 * A place in a step's stable order: the item's number, or a number within a number (a learner of a
 * program).
 */
public record Spot(long major, long minor) implements Comparable<Spot> {
    public static final Spot START = new Spot(0, 0);
    public static final Spot END = new Spot(Long.MAX_VALUE, Long.MAX_VALUE);

    private static final Comparator<Spot> ORDER =
            Comparator.comparingLong(Spot::major).thenComparingLong(Spot::minor);

    public static Spot of(long number) {
        return new Spot(number, 0);
    }

    static Spot parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? of(Long.parseLong(text))
                : new Spot(
                        Long.parseLong(text.substring(0, colon)),
                        Long.parseLong(text.substring(colon + 1)));
    }

    public boolean isAfter(Spot other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Spot other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return minor == 0 ? Long.toString(major) : major + ":" + minor;
    }
}

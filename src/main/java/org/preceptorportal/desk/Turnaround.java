package org.preceptorportal.desk;

import java.util.SortedMap;
import java.util.TreeMap;

/** How many evaluations took how many days (DE-5). Negative: before the rotation's end. */
public record Turnaround(SortedMap<Integer, Long> byDays) {
    public Turnaround {
        byDays = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(byDays));
    }

    public long total() {
        return byDays.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The days within which this share was submitted, of the nearest rank; null without any. */
    public Integer percentile(double share) {
        long rank = (long) Math.ceil(share * total());
        long seen = 0;
        for (var each : byDays.entrySet()) {
            seen += each.getValue();
            if (seen >= rank) {
                return each.getKey();
            }
        }
        return null;
    }

    public Integer median() {
        return percentile(0.5);
    }

    public Integer ninetieth() {
        return percentile(0.9);
    }

    /** How many took from so many to so many days, both counted in. */
    public long between(int from, int to) {
        return byDays.subMap(from, to == Integer.MAX_VALUE ? to : to + 1).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}

package org.preceptorportal.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stretch of a step's stable order.
 *
 * @param after the last place before it
 * @param upTo its last place
 * @param expected how many items it has
 */
public record Range(Spot after, Spot upTo, int expected) {

    /** The whole order in one piece. */
    public static Range whole(int expected) {
        return new Range(Spot.START, Spot.END, expected);
    }

    /**
     * Cuts an order into pieces of about equal numbers, without a gap between them.
     *
     * @param ids the items' numbers, rising
     * @return at least one, at most so many pieces
     */
    public static List<Range> split(Collection<Long> ids, int pieces) {
        Map<Long, Integer> each = new LinkedHashMap<>();
        ids.forEach(id -> each.put(id, 1));
        return split(each, pieces);
    }

    /**
     * The same for an order whose first numbers hold several items each, which stay together.
     *
     * @param items how many items each first number holds, by rising number
     */
    public static List<Range> split(Map<Long, Integer> items, int pieces) {
        long all = items.values().stream().mapToLong(Integer::longValue).sum();
        List<Range> ranges = new ArrayList<>();
        Spot after = Spot.START;
        int expected = 0;
        long seen = 0;
        for (Map.Entry<Long, Integer> each : items.entrySet()) {
            expected += each.getValue();
            seen += each.getValue();
            if (ranges.size() < pieces - 1 && seen * pieces >= all * (ranges.size() + 1)) {
                Spot upTo = new Spot(each.getKey(), Long.MAX_VALUE);
                ranges.add(new Range(after, upTo, expected));
                after = upTo;
                expected = 0;
            }
        }
        if (expected > 0 || ranges.isEmpty()) {
            ranges.add(new Range(after, Spot.END, expected));
        } else {
            Range last = ranges.remove(ranges.size() - 1);
            ranges.add(new Range(last.after(), Spot.END, last.expected()));
        }
        return Collections.unmodifiableList(ranges);
    }
}

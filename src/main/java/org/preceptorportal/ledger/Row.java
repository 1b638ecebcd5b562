package org.preceptorportal.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * An item of a step's list, or neighbors of which nothing is to be done: those pass the step as
 * one, so that a night without change commits few chunks.
 *
 * @param spot the item's place, or that of the last neighbor
 * @param items how many
 * @param item null for neighbors
 */
public record Row<T>(Spot spot, int items, T item) {

    /**
     * Cuts a list into pieces of about equal numbers, but no more than there are items of which
     * something is to be done: a thread costs more than to look at what is unchanged.
     */
    public static <T> List<Range> cut(
            List<T> list, ToLongFunction<T> number, Predicate<T> idle, int pieces) {
        int busy = (int) list.stream().filter(idle.negate()).limit(pieces).count();
        return Range.split(list.stream().mapToLong(number).boxed().toList(), Math.max(1, busy));
    }

    /**
     * What lies after one place and not beyond another.
     *
     * @param list by rising number
     * @param number of an item
     * @param idle whether nothing is to be done of an item
     */
    public static <T> List<Row<T>> of(
            List<T> list, ToLongFunction<T> number, Predicate<T> idle, Spot after, Spot upTo) {
        List<Row<T>> rows = new ArrayList<>();
        Spot last = null;
        int neighbors = 0;
        for (T item : list) {
            Spot spot = Spot.of(number.applyAsLong(item));
            if (!spot.isAfter(after) || spot.isAfter(upTo)) {
                continue;
            }
            if (idle.test(item)) {
                last = spot;
                neighbors++;
                continue;
            }
            if (neighbors > 0) {
                rows.add(new Row<>(last, neighbors, null));
                neighbors = 0;
            }
            rows.add(new Row<>(spot, 1, item));
        }
        if (neighbors > 0) {
            rows.add(new Row<>(last, neighbors, null));
        }
        return rows;
    }
}

package org.preceptorportal.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
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
     * Cuts a list for so many threads; what is unchanged takes no time.
     *
     * @param least items to be done that a part is worth its while for
     */
    public static <T> List<Range> cut(
            List<T> list, ToLongFunction<T> number, Predicate<T> idle, int threads, int least) {
        return cut(list, number, each -> 1, idle, threads, least);
    }

    /**
     * The same for a list whose items stand for several each, which stay together.
     *
     * @param items how many an item stands for
     */
    public static <T> List<Range> cut(
            List<T> list,
            ToLongFunction<T> number,
            ToIntFunction<T> items,
            Predicate<T> idle,
            int threads,
            int least) {
        return Range.split(
                list.stream().map(each -> load(each, number, items, idle)).toList(),
                threads,
                least);
    }

    private static <T> Range.Load load(
            T item, ToLongFunction<T> number, ToIntFunction<T> items, Predicate<T> idle) {
        int all = items.applyAsInt(item);
        return new Range.Load(number.applyAsLong(item), all, idle.test(item) ? 0 : all);
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
        return of(list, each -> Spot.of(number.applyAsLong(each)), each -> 1, idle, after, upTo);
    }

    /**
     * The same for a list whose items stand for several each.
     *
     * @param list in the step's order
     * @param spot where an item stands in it, or the last of those that it stands for
     * @param items how many it stands for
     * @param idle whether nothing is to be done of any of them
     */
    public static <T> List<Row<T>> of(
            List<T> list,
            Function<T, Spot> spot,
            ToIntFunction<T> items,
            Predicate<T> idle,
            Spot after,
            Spot upTo) {
        List<Row<T>> rows = new ArrayList<>();
        Spot last = null;
        int neighbors = 0;
        for (T item : list) {
            Spot place = spot.apply(item);
            if (!place.isAfter(after) || place.isAfter(upTo)) {
                continue;
            }
            if (idle.test(item)) {
                last = place;
                neighbors += items.applyAsInt(item);
                continue;
            }
            if (neighbors > 0) {
                rows.add(new Row<>(last, neighbors, null));
                neighbors = 0;
            }
            rows.add(new Row<>(place, items.applyAsInt(item), item));
        }
        if (neighbors > 0) {
            rows.add(new Row<>(last, neighbors, null));
        }
        return rows;
    }
}

package org.preceptorportal.ledger;

import java.util.ArrayList;
import java.util.List;

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
     * What stands at one place of an order.
     *
     * @param items how many, which stay together
     * @param work how many of them take time
     */
    public record Load(long number, int items, int work) {}

    /**
     * Cuts an order into pieces without a gap between them, large ones first and ever smaller ones
     * behind them: each has half of a thread's share of the work that is left. So threads end
     * together, though some items take longer than others (Hummel, Schonberg and Flynn 1992,
     * "Factoring").
     *
     * @param loads by rising number
     * @param least work for a piece, as its beginning and its end take time too; less if threads
     *     would have nothing to do
     * @return at least one
     */
    public static List<Range> split(List<Load> loads, int threads, int least) {
        long left = loads.stream().mapToLong(Load::work).sum();
        long fewest = Math.min(least, share(left, threads));
        long wanted = threads == 1 ? left : Math.max(fewest, share(left, 2 * threads));
        List<Range> ranges = new ArrayList<>();
        Spot after = Spot.START;
        int expected = 0;
        long work = 0;
        for (Load load : loads) {
            expected += load.items();
            work += load.work();
            left -= load.work();
            if (left > 0 && work >= wanted) {
                Spot upTo = new Spot(load.number(), Long.MAX_VALUE);
                ranges.add(new Range(after, upTo, expected));
                after = upTo;
                expected = 0;
                work = 0;
                wanted = Math.max(fewest, share(left, 2 * threads));
            }
        }
        ranges.add(new Range(after, Spot.END, expected));
        return List.copyOf(ranges);
    }

    private static long share(long work, int of) {
        return (work + of - 1) / of;
    }
}

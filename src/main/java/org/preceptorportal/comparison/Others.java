package org.preceptorportal.comparison;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Slice;

/**
 * What everybody else gave: of the season's evaluations that the calibration has, all but one
 * preceptor's or one site's. Whoever had something hidden then is in no sum of these (CO-3).
 *
 * <p>Why that is enough beside the figures of now. Each cell that a sum of then holds is of three
 * or more and is all of that cell then, for both tables are of one season; so even if all these
 * cells were known one by one, what a preceptor hid then would be in none of them, and what the
 * sums of now leave open would stay open: their round trips are over rows hidden now, which were
 * hidden then, and over other cells of a preceptor who hid something then. Only what came since
 * then can be had.
 */
final class Others {
    /** Sums of evaluations' values of one slice. */
    private static final class Sum {
        private double sum;
        private int n;
        private final Set<Long> raters = new HashSet<>();
        private final int[] levels = new int[6];

        void add(Sheet sheet, Slice slice) {
            sum += sheet.count(slice).mean();
            n++;
            raters.add(sheet.preceptor());
            for (int place : sheet.layout().slices().get(slice)) {
                levels[Math.max(0, sheet.marks().at(place))]++;
            }
        }
    }

    private static final Sum NONE = new Sum();

    private final int minimum;
    private final Map<Slice, Sum> all = new HashMap<>();
    private final Map<Slice, Map<Long, Sum>> ofPreceptors = new HashMap<>();
    private final Map<Slice, Map<Long, Sum>> ofSites = new HashMap<>();
    private final SortedMap<Integer, Integer> days = new TreeMap<>();
    private final Map<Long, SortedMap<Integer, Integer>> daysOfPreceptors = new HashMap<>();

    Others(Evidence evidence) {
        minimum = evidence.rules().minimum();
        Set<Slice> slices = Evidence.domains(evidence.past()).keySet();
        Suppression suppression = new Suppression(evidence.past(), slices, minimum);
        for (Slice slice : slices) {
            for (Sheet sheet : suppression.firm(slice)) {
                if (sheet.count(slice).rated() > 0) {
                    all.computeIfAbsent(slice, key -> new Sum()).add(sheet, slice);
                    of(ofPreceptors, slice, sheet.preceptor()).add(sheet, slice);
                    of(ofSites, slice, sheet.site()).add(sheet, slice);
                }
            }
        }
        for (Sheet sheet : suppression.firm(null)) {
            days.merge(evidence.days(sheet), 1, Integer::sum);
            daysOfPreceptors
                    .computeIfAbsent(sheet.preceptor(), id -> new TreeMap<>())
                    .merge(evidence.days(sheet), 1, Integer::sum);
        }
    }

    private static Sum of(Map<Slice, Map<Long, Sum>> sums, Slice slice, long id) {
        return sums.computeIfAbsent(slice, key -> new HashMap<>())
                .computeIfAbsent(id, key -> new Sum());
    }

    private static Sum found(Map<Slice, Map<Long, Sum>> sums, Slice slice, long id) {
        return sums.getOrDefault(slice, Map.of()).getOrDefault(id, NONE);
    }

    /** Their mean beside a site's; null when they are fewer than the minimum. */
    Double meanBesideSite(long site, Slice slice) {
        return mean(slice, found(ofSites, slice, site));
    }

    /** Their mean beside a preceptor's; in no domain may they be one or two colleagues. */
    Double meanBesidePreceptor(long preceptor, Slice slice) {
        return many(preceptor, slice) ? mean(slice, found(ofPreceptors, slice, preceptor)) : null;
    }

    private boolean many(long preceptor, Slice slice) {
        Sum own = found(ofPreceptors, slice, preceptor);
        return all.getOrDefault(slice, NONE).raters.size() - own.raters.size() >= minimum;
    }

    private Double mean(Slice slice, Sum part) {
        Sum whole = all.getOrDefault(slice, NONE);
        int n = whole.n - part.n;
        return n < minimum ? null : (Double) ((whole.sum - part.sum) / n);
    }

    /** How often they gave a mark in slices where they are many. */
    int marks(int level, long preceptor, Slice slice) {
        return many(preceptor, slice)
                ? all.get(slice).levels[level] - found(ofPreceptors, slice, preceptor).levels[level]
                : 0;
    }

    /** Their median days; null when they are one or two colleagues. */
    Double medianDays(long preceptor) {
        Map<Integer, Integer> own = daysOfPreceptors.getOrDefault(preceptor, new TreeMap<>());
        if (daysOfPreceptors.size() - (own.isEmpty() ? 0 : 1) < minimum) {
            return null;
        }
        int n = number(days) - number(own);
        return n == 0 ? null : (Double) ((day((n - 1) / 2, own) + day(n / 2, own)) / 2.0);
    }

    private static int number(Map<Integer, Integer> days) {
        return days.values().stream().mapToInt(n -> n).sum();
    }

    /** The day at a place, from 0, of all days in order without some. */
    private int day(int place, Map<Integer, Integer> without) {
        int passed = 0;
        for (Map.Entry<Integer, Integer> each : days.entrySet()) {
            passed += each.getValue() - without.getOrDefault(each.getKey(), 0);
            if (passed > place) {
                return each.getKey();
            }
        }
        throw new IllegalStateException("there are fewer days");
    }
}

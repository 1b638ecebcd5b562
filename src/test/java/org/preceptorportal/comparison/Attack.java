package org.preceptorportal.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Slice;

/**
 * What can be had from known sums over cells of preceptor, site and part, by elimination. Parts are
 * what two tables or two editions of one have in common or not.
 */
final class Attack {
    /** Sums are solved modulo a prime that no determinant of so few zeros and ones reaches. */
    private static final long PRIME = 2_147_483_647L;

    /** Whose ratings they are, where (any site: null) and of which parts. */
    record Found(long preceptor, Long site, Set<String> parts) {
        private boolean covers(Sheet sheet, String part) {
            return sheet.preceptor() == preceptor
                    && (site == null || sheet.site() == site)
                    && parts.contains(part);
        }
    }

    private final Slice slice;
    private final Function<Sheet, String> part;
    private final Map<String, List<Sheet>> cells;
    private final List<long[]> known = new ArrayList<>();

    Attack(List<Sheet> sheets, Slice slice) {
        this(sheets, slice, sheet -> "all");
    }

    Attack(List<Sheet> sheets, Slice slice, Function<Sheet, String> part) {
        this.slice = slice;
        this.part = part;
        cells =
                sheets.stream()
                        .filter(s -> s.count(slice).rated() + s.count(slice).notObserved() > 0)
                        .collect(
                                Collectors.groupingBy(
                                        s -> s.preceptor() + " " + s.site() + " " + part.apply(s),
                                        TreeMap::new,
                                        Collectors.toList()));
    }

    /** Tells the attacker the sum over those evaluations. */
    void knows(Predicate<Sheet> those) {
        long[] rest = reduced(sum(those));
        int pivot = pivot(rest);
        if (pivot >= 0) {
            long inverse = power(rest[pivot], PRIME - 2);
            for (int i = 0; i < rest.length; i++) {
                rest[i] = rest[i] * inverse % PRIME;
            }
            known.add(rest);
        }
    }

    /** Preceptors, and preceptors at one site, of too few ratings whose sum can be had. */
    Set<Found> found(int minimum) {
        Set<Found> found = new LinkedHashSet<>();
        for (List<Sheet> cell : cells.values()) {
            Sheet one = cell.get(0);
            for (Long site : new Long[] {one.site(), null}) {
                for (Set<String> parts : sets(one.preceptor(), site)) {
                    Found those = new Found(one.preceptor(), site, parts);
                    if (isFound(minimum, s -> those.covers(s, part.apply(s)))) {
                        found.add(those);
                    }
                }
            }
        }
        return found;
    }

    /** All ways to take some of the parts that are there. */
    private List<Set<String>> sets(long preceptor, Long site) {
        List<Set<String>> sets = new ArrayList<>(List.of(new TreeSet<>()));
        cells.values().stream()
                .flatMap(List::stream)
                .filter(s -> s.preceptor() == preceptor && (site == null || s.site() == site))
                .map(part)
                .distinct()
                .forEach(
                        each -> {
                            for (Set<String> set : List.copyOf(sets)) {
                                Set<String> more = new TreeSet<>(set);
                                more.add(each);
                                sets.add(more);
                            }
                        });
        sets.remove(0);
        return sets;
    }

    private boolean isFound(int minimum, Predicate<Sheet> those) {
        long rated =
                cells.values().stream()
                        .flatMap(List::stream)
                        .filter(those)
                        .filter(s -> s.count(slice).rated() > 0)
                        .count();
        return rated < minimum && pivot(reduced(sum(those))) < 0;
    }

    private long[] sum(Predicate<Sheet> those) {
        return cells.values().stream()
                .mapToLong(
                        cell -> {
                            long in = cell.stream().filter(those).count();
                            assertThat(in).as("whole cells").isIn(0L, (long) cell.size());
                            return in > 0 ? 1 : 0;
                        })
                .toArray();
    }

    private long[] reduced(long[] sum) {
        long[] rest = sum.clone();
        for (long[] row : known) {
            long factor = rest[pivot(row)];
            for (int i = 0; i < rest.length; i++) {
                rest[i] = Math.floorMod(rest[i] - factor * row[i], PRIME);
            }
        }
        return rest;
    }

    private static int pivot(long[] row) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                return i;
            }
        }
        return -1;
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long e = exponent; e > 0; e >>= 1) {
            if ((e & 1) == 1) {
                result = result * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return result;
    }
}

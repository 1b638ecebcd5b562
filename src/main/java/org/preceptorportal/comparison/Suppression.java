package org.preceptorportal.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Slice;

/**
 * Which evaluations figures of sites, peers and cohorts may be made of, so that what a preceptor's
 * report hides cannot be had by taking what is shown from what is whole (CO-3).
 *
 * <p>For each slice the evaluations are a table of preceptors and sites. A preceptor's row is shown
 * from the minimum on. A preceptor is <i>loose</i> whose row is hidden, or one of whose cells is
 * below the minimum. A site counts all its evaluations if nobody there is loose, or if at least two
 * there have hidden rows and together reach the minimum; else it leaves the loose out: what would
 * be left alone is in no sum.
 *
 * <p>Why that is enough. Rows and sums of sites are the equations of a bipartite graph whose edges
 * are the cells; a cell can be found exactly if its edge is a bridge (Gusfield 1988, SIAM J.
 * Comput. 17:552). Let U stand for all that no equation holds: hidden rows and cells that no site
 * counts end there. A site that counts the loose has two who are hidden, so two ways to U. Hence
 * whatever is hidden lies on a round trip: a hidden row over the site and the other hidden one; a
 * small cell of a shown row over its site or at once to U, and back by another cell of the row, as
 * it has at least two.
 */
final class Suppression {
    /** One slice's evaluations by preceptor, then by site; of no slice, all of them. */
    private static final class Table {
        private final Map<Long, Map<Long, Integer>> rows = new TreeMap<>();

        /** Of a sheet on which the slice was not observed there is a cell, which is none. */
        void add(Sheet sheet, boolean rated) {
            rows.computeIfAbsent(sheet.preceptor(), id -> new TreeMap<>())
                    .merge(sheet.site(), rated ? 1 : 0, Integer::sum);
        }

        int row(long preceptor) {
            return rows.getOrDefault(preceptor, Map.of()).values().stream().mapToInt(n -> n).sum();
        }
    }

    private final int minimum;
    private final Map<Slice, List<Sheet>> sheets = new HashMap<>();
    private final Map<Slice, Map<Long, List<Sheet>>> bySite = new HashMap<>();
    private final Map<Slice, Table> tables = new HashMap<>();
    private final Map<Slice, Set<Long>> loose = new HashMap<>();
    private final Map<Slice, Set<Long>> sitesWithLoose = new HashMap<>();

    /**
     * @param all evaluations; those without marks in a slice are not in that slice's table
     */
    Suppression(Collection<Sheet> all, Collection<Slice> slices, int minimum) {
        this.minimum = minimum;
        add(null, all);
        Map<Slice, List<Sheet>> marked = new HashMap<>();
        slices.forEach(slice -> marked.put(slice, new ArrayList<>()));
        for (Sheet sheet : all) {
            for (Slice slice : sheet.layout().slices().keySet()) {
                List<Sheet> those = marked.get(slice);
                if (those != null && sheet.count(slice).says()) {
                    those.add(sheet);
                }
            }
        }
        marked.forEach(this::add);
    }

    private void add(Slice slice, Collection<Sheet> marked) {
        Table table = new Table();
        marked.forEach(s -> table.add(s, slice == null || s.count(slice).rated() > 0));
        Set<Long> those = new HashSet<>();
        table.rows.forEach(
                (preceptor, cells) -> {
                    if (cells.values().stream().anyMatch(n -> n < minimum)) {
                        // A row below the minimum has such a cell.
                        those.add(preceptor);
                    }
                });
        Map<Long, List<Long>> looseBySite = new TreeMap<>();
        for (long preceptor : those) {
            for (long site : table.rows.get(preceptor).keySet()) {
                looseBySite.computeIfAbsent(site, id -> new ArrayList<>()).add(preceptor);
            }
        }
        Set<Long> counting = new HashSet<>();
        looseBySite.forEach(
                (site, there) -> {
                    List<Long> few = there.stream().filter(p -> table.row(p) < minimum).toList();
                    if (few.size() >= 2
                            && few.stream().mapToInt(p -> table.rows.get(p).get(site)).sum()
                                    >= minimum) {
                        counting.add(site);
                    }
                });
        sheets.put(slice, List.copyOf(marked));
        bySite.put(slice, marked.stream().collect(Collectors.groupingBy(Sheet::site)));
        tables.put(slice, table);
        loose.put(slice, those);
        sitesWithLoose.put(slice, counting);
    }

    /** Whether a preceptor's own figures are shown at all. */
    boolean shown(long preceptor) {
        return shown(preceptor, null);
    }

    /** Whether their row of a slice is shown. */
    boolean shown(long preceptor, Slice slice) {
        return tables.containsKey(slice) && tables.get(slice).row(preceptor) >= minimum;
    }

    /** Whether a figure of this preceptor at one site would tell what another hides. */
    boolean loose(long preceptor, Slice slice) {
        return loose.getOrDefault(slice, Set.of()).contains(preceptor);
    }

    /** Evaluations of those of whom nothing is hidden; of no slice, whatever they rate. */
    List<Sheet> firm(Slice slice) {
        return some(slice, sheet -> !loose(sheet.preceptor(), slice));
    }

    /** Evaluations that may be in the sums of a site; of no slice, whatever they rate. */
    List<Sheet> counted(long site, Slice slice) {
        return bySite.getOrDefault(slice, Map.of()).getOrDefault(site, List.of()).stream()
                .filter(sheet -> counts(sheet, slice))
                .toList();
    }

    private boolean counts(Sheet sheet, Slice slice) {
        return !loose.get(slice).contains(sheet.preceptor())
                || sitesWithLoose.get(slice).contains(sheet.site());
    }

    private List<Sheet> some(Slice slice, Predicate<Sheet> those) {
        return sheets.getOrDefault(slice, List.of()).stream().filter(those).toList();
    }

    /**
     * Whether sums over all evaluations may stand beside sums over those counted: nothing is left
     * out, or at least two preceptors with hidden rows who together reach the minimum.
     */
    boolean wholeShown(Slice slice) {
        List<Sheet> left = some(slice, sheet -> !counts(sheet, slice));
        List<Sheet> hidden = left.stream().filter(s -> !shown(s.preceptor(), slice)).toList();
        return left.isEmpty()
                || hidden.size() >= minimum
                        && hidden.stream().map(Sheet::preceptor).distinct().count() >= 2;
    }
}

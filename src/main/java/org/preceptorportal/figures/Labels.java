package org.preceptorportal.figures;

import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preceptorportal.observed.Layout;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Slice;

/**
 * The rows of a report: domains, then activities, as the newest form has them, then what only older
 * forms had. Where there are several scales, labels say which but for the first.
 */
public final class Labels {
    private Labels() {}

    /** In the order of rows. */
    public static Map<Slice, String> of(Collection<Sheet> sheets) {
        Map<Layout, Boolean> seen = new IdentityHashMap<>();
        sheets.forEach(sheet -> seen.put(sheet.layout(), true));
        List<Layout> layouts =
                seen.keySet().stream()
                        .sorted(
                                Comparator.comparing((Layout l) -> l.form().version())
                                        .reversed()
                                        .thenComparing(l -> l.form().code()))
                        .toList();
        Map<Slice, String> domains = new LinkedHashMap<>();
        Map<Slice, String> activities = new LinkedHashMap<>();
        for (Layout layout : layouts) {
            for (Slice slice : layout.slices().keySet()) {
                Map<Slice, String> rows = slice.activity() ? activities : domains;
                boolean usual =
                        rows.isEmpty()
                                || rows.keySet().iterator().next().scale().equals(slice.scale());
                rows.putIfAbsent(
                        slice,
                        usual
                                ? layout.label(slice)
                                : layout.label(slice) + " (" + layout.scaleTitle(slice) + ")");
            }
        }
        domains.putAll(activities);
        return domains;
    }
}

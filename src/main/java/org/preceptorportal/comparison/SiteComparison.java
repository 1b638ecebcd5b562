package org.preceptorportal.comparison;

import static org.preceptorportal.comparison.Evidence.values;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.preceptorportal.calibration.Means;
import org.preceptorportal.figures.Figuring;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Slice;

/** One rotation site beside the institution's others. */
final class SiteComparison {
    private final Evidence evidence;
    private final Map<Slice, String> labels;
    private final Suppression suppression;
    private final Others others;

    SiteComparison(
            Evidence evidence, Map<Slice, String> labels, Suppression suppression, Others others) {
        this.evidence = evidence;
        this.labels = labels;
        this.suppression = suppression;
        this.others = others;
    }

    SiteFigures figures(long id, List<Sheet> own) {
        int minimum = evidence.rules().minimum();
        List<SiteFigures.Line> lines = new ArrayList<>();
        Evidence.domains(own)
                .forEach(
                        (slice, label) -> {
                            List<Sheet> counted = suppression.counted(id, slice);
                            Means means = new Means(values(counted, slice));
                            if (values(counted, slice).size() >= minimum) {
                                lines.add(
                                        new SiteFigures.Line(
                                                slice.code(),
                                                label,
                                                slice.scale(),
                                                values(counted, slice).size(),
                                                Evidence.rated(counted, slice),
                                                Evidence.notObserved(counted, slice),
                                                means.mean(),
                                                means.low(),
                                                means.high(),
                                                others.meanBesideSite(id, slice)));
                            }
                        });
        List<Sheet> counted = suppression.counted(id, null);
        return new SiteFigures(
                Evidence.count(own, Sheet::learner),
                own.size(),
                own.size() - counted.size(),
                Evidence.count(own, Sheet::preceptor),
                evidence.contactsOfSites().getOrDefault(id, 0),
                counted.size() < minimum ? null : evidence.medianDays(counted),
                Figuring.newest(own),
                lines,
                shares(own),
                minimum);
    }

    private List<SiteFigures.Share> shares(List<Sheet> own) {
        SortedMap<Long, List<Sheet>> each = new TreeMap<>();
        own.forEach(s -> each.computeIfAbsent(s.preceptor(), id -> new ArrayList<>()).add(s));
        String scale = usual(own);
        List<SiteFigures.Share> shares = new ArrayList<>();
        List<Long> hidden = each.keySet().stream().filter(id -> isLoose(id, scale)).toList();
        each.forEach(
                (id, sheets) -> {
                    if (!hidden.contains(id)) {
                        shares.add(
                                new SiteFigures.Share(
                                        evidence.preceptors().get(id),
                                        1,
                                        sheets.size(),
                                        new Means(onScale(sheets, scale)).mean()));
                    }
                });
        shares.sort(Comparator.comparing(SiteFigures.Share::preceptor));
        if (!hidden.isEmpty()) {
            shares.add(
                    new SiteFigures.Share(
                            null,
                            hidden.size(),
                            hidden.stream().mapToInt(id -> each.get(id).size()).sum(),
                            null));
        }
        return shares;
    }

    /** Whether a mean over the scale would be one more equation for what is hidden. */
    private boolean isLoose(long preceptor, String scale) {
        return suppression.loose(preceptor, null)
                || labels.keySet().stream()
                        .filter(slice -> slice.scale().equals(scale))
                        .anyMatch(slice -> suppression.loose(preceptor, slice));
    }

    /** The scale that most domains of most sheets use; of equal ones the first by code. */
    private String usual(Collection<Sheet> sheets) {
        SortedMap<String, Integer> used = new TreeMap<>();
        for (Slice slice : labels.keySet()) {
            used.merge(slice.scale(), Evidence.rated(sheets, slice), Integer::sum);
        }
        return used.entrySet().stream()
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** Each sheet's mean over all items on one scale. */
    private List<Double> onScale(Collection<Sheet> sheets, String scale) {
        List<Double> means = new ArrayList<>();
        for (Sheet sheet : sheets) {
            int sum = 0;
            int n = 0;
            for (Slice slice : labels.keySet()) {
                if (slice.scale().equals(scale)) {
                    sum += sheet.count(slice).sum();
                    n += sheet.count(slice).rated();
                }
            }
            if (n > 0) {
                means.add((double) sum / n);
            }
        }
        return means;
    }
}

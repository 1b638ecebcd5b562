package org.preceptorportal.comparison;

import static org.preceptorportal.comparison.Evidence.values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.preceptorportal.calibration.Means;
import org.preceptorportal.calibration.Stratum;
import org.preceptorportal.fairness.FairScore;
import org.preceptorportal.fairness.NotEstimable;
import org.preceptorportal.figures.Figuring;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Slice;

/** All learners of an institution in a season. */
final class CohortComparison {
    private final Evidence evidence;
    private final Map<Slice, String> labels;
    private final Suppression suppression;

    CohortComparison(Evidence evidence, Map<Slice, String> labels, Suppression suppression) {
        this.evidence = evidence;
        this.labels = labels;
        this.suppression = suppression;
    }

    CohortFigures figures() {
        List<Sheet> now = evidence.now();
        SortedMap<Long, List<Sheet>> byLearner = new TreeMap<>();
        now.forEach(s -> byLearner.computeIfAbsent(s.learner(), id -> new ArrayList<>()).add(s));
        Map<Slice, Map<Long, Means>> learnerMeans = new HashMap<>();
        List<CohortFigures.Line> lines = new ArrayList<>();
        labels.forEach(
                (slice, label) -> {
                    Map<Long, Means> means = new TreeMap<>();
                    byLearner.forEach((id, own) -> means.put(id, new Means(values(own, slice))));
                    learnerMeans.put(slice, means);
                    lines.add(line(slice, label, means));
                });
        List<CohortFigures.HeatRow> heat = new ArrayList<>();
        byLearner.forEach(
                (id, own) -> {
                    List<Double> cells = new ArrayList<>();
                    List<Integer> sizes = new ArrayList<>();
                    for (Slice slice : labels.keySet()) {
                        cells.add(learnerMeans.get(slice).get(id).mean());
                        sizes.add(values(own, slice).size());
                    }
                    Evidence.Person person = evidence.learners().get(id);
                    heat.add(new CohortFigures.HeatRow(person.code(), person.name(), cells, sizes));
                });
        heat.sort(
                Comparator.comparing(CohortFigures.HeatRow::name)
                        .thenComparing(CohortFigures.HeatRow::code));
        return new CohortFigures(
                evidence.season(),
                byLearner.size(),
                now.size(),
                Evidence.count(now, Sheet::preceptor),
                evidence.contactsOfSites().values().stream().mapToInt(n -> n).sum(),
                Figuring.newest(now),
                evidence.whole().calibrated(),
                lines,
                heat);
    }

    private CohortFigures.Line line(Slice slice, String label, Map<Long, Means> means) {
        List<Sheet> now = evidence.now();
        Means across =
                new Means(
                        means.values().stream()
                                .map(Means::mean)
                                .filter(mean -> mean != null)
                                .toList());
        Stratum stratum =
                evidence.whole().strata().stream()
                        .filter(each -> each.slice().equals(slice))
                        .findFirst()
                        .orElse(null);
        int estimable = 0;
        int unlinked = 0;
        if (stratum != null) {
            for (Map.Entry<Long, FairScore> each : stratum.scores().entrySet()) {
                Means own = means.get(each.getKey());
                if (own != null && own.mean() != null) {
                    estimable += each.getValue().estimable() ? 1 : 0;
                    unlinked += each.getValue().reason() == NotEstimable.UNLINKED ? 1 : 0;
                }
            }
        }
        boolean whole = suppression.wholeShown(slice);
        return new CohortFigures.Line(
                slice.code(),
                label,
                slice.scale(),
                (int) means.values().stream().filter(m -> m.mean() != null).count(),
                values(now, slice).size(),
                whole ? Evidence.rated(now, slice) : null,
                whole ? Evidence.notObserved(now, slice) : null,
                across.mean(),
                across.deviation(),
                across.band(evidence.rules().bandMinimum()),
                estimable,
                unlinked,
                stratum == null ? null : stratum.spread(),
                stratum != null && stratum.unsolved());
    }
}

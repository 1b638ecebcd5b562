package org.preceptorportal.comparison;

import static org.preceptorportal.comparison.Evidence.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.preceptorportal.calibration.Means;
import org.preceptorportal.calibration.Stratum;
import org.preceptorportal.fairness.Leniency;
import org.preceptorportal.fairness.NotEstimable;
import org.preceptorportal.figures.Figuring;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Slice;

/** How one preceptor rates, beside the others. */
final class PreceptorComparison {
    private final Evidence evidence;
    private final Suppression suppression;
    private final Others others;

    PreceptorComparison(Evidence evidence, Suppression suppression, Others others) {
        this.evidence = evidence;
        this.suppression = suppression;
        this.others = others;
    }

    PreceptorFigures figures(long id, List<Sheet> own) {
        boolean shown = suppression.shown(id);
        Map<Slice, String> rows = Evidence.domains(own);
        // Sums over hidden rows would give these away beside the shown ones.
        rows.keySet().removeIf(slice -> !suppression.shown(id, slice));
        List<PreceptorFigures.Line> lines = new ArrayList<>();
        rows.forEach(
                (slice, label) -> {
                    Means means = new Means(values(own, slice));
                    lines.add(
                            new PreceptorFigures.Line(
                                    slice.code(),
                                    label,
                                    slice.scale(),
                                    values(own, slice).size(),
                                    means.mean(),
                                    means.deviation(),
                                    others.meanBesidePreceptor(id, slice),
                                    leniency(slice, id)));
                });
        return new PreceptorFigures(
                own.size(),
                Evidence.count(own, Sheet::learner),
                shown ? rows.keySet().stream().mapToInt(s -> Evidence.rated(own, s)).sum() : null,
                shown
                        ? rows.keySet().stream().mapToInt(s -> Evidence.notObserved(own, s)).sum()
                        : null,
                shown ? (int) own.stream().filter(Sheet::straight).count() : null,
                evidence.contactsOfPreceptors().getOrDefault(id, 0),
                shown ? evidence.medianDays(own) : null,
                shown ? others.medianDays(id) : null,
                shown && !lines.isEmpty() ? levels(id, own, rows) : List.of(),
                Figuring.newest(own),
                evidence.whole().calibrated(),
                lines,
                evidence.rules().minimum());
    }

    private List<PreceptorFigures.Level> levels(long id, List<Sheet> own, Map<Slice, String> rows) {
        int[] used = new int[6];
        int[] others = new int[6];
        for (Slice slice : rows.keySet()) {
            for (Sheet sheet : own) {
                for (int place : sheet.layout().slices().getOrDefault(slice, List.of())) {
                    used[Math.max(0, sheet.marks().at(place))]++;
                }
            }
            for (int level = 1; level <= 5; level++) {
                others[level] += this.others.marks(level, id, slice);
            }
        }
        List<PreceptorFigures.Level> levels = new ArrayList<>();
        for (int level = 1; level <= 5; level++) {
            levels.add(new PreceptorFigures.Level(level, used[level], others[level]));
        }
        return levels;
    }

    private Leniency leniency(Slice slice, long preceptor) {
        for (Stratum stratum : evidence.whole().strata()) {
            Leniency found = stratum.leniencies().get(preceptor);
            if (stratum.slice().equals(slice) && found != null) {
                return found;
            }
        }
        return Leniency.notEstimable(NotEstimable.NOT_RATED, 0, 0, 0);
    }
}

package org.preceptorportal.figures;

import static org.preceptorportal.figures.FigureCsv.add;
import static org.preceptorportal.figures.FigureCsv.band;
import static org.preceptorportal.figures.FigureCsv.origin;
import static org.preceptorportal.figures.FigureCsv.some;
import static org.preceptorportal.figures.FigureCsv.two;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.preceptorportal.fairness.FairScore;
import org.preceptorportal.store.Sha256;

/** A learner's report as a file: every printed figure, one row for each domain and activity. */
public final class LearnerCsv {
    private static final List<String> HEADER =
            List.of(
                    "learner_code",
                    "learner",
                    "kind",
                    "domain",
                    "domain_label",
                    "scale",
                    "evaluations",
                    "preceptors",
                    "ratings",
                    "not_observed",
                    "mean",
                    "ci95_low",
                    "ci95_high",
                    "cohort_low",
                    "cohort_median",
                    "cohort_high",
                    "cohort_learners",
                    "growth_rotations",
                    "growth_mid",
                    "growth_end",
                    "trend",
                    "fair_raw",
                    "fair_adjusted",
                    "fair_ci95_low",
                    "fair_ci95_high",
                    "fair_reliability",
                    "fair_raters_needed",
                    "fair_evaluations",
                    "fair_preceptors",
                    "fair_reason",
                    "evaluations_in_all",
                    "preceptors_in_all",
                    "insufficient_contact",
                    "data_cutoff",
                    "calibration_cutoff",
                    "calibration_evaluations",
                    "method",
                    "inputs_sha256");

    private LearnerCsv() {}

    public static byte[] of(String code, String name, LearnerFigures figures, Sha256 inputs) {
        List<Object> origin = new ArrayList<>();
        origin(origin, figures.dataCutoff(), figures.calibration(), Figuring.VERSION, inputs);
        List<List<Object>> rows = new ArrayList<>();
        for (SkillLine line : figures.lines()) {
            List<Object> row = new ArrayList<>();
            add(row, code, name, line.kind().name().toLowerCase(Locale.ROOT));
            add(row, line.code(), line.label(), line.scale());
            add(row, line.evaluations(), line.raters(), line.ratings(), line.notObserved());
            add(row, two(line.mean()), two(line.low()), two(line.high()));
            band(row, line.band());
            SkillLine.Growth growth = line.growth();
            add(
                    row,
                    growth == null ? "" : growth.rotations(),
                    two(growth == null ? null : growth.mid()),
                    two(growth == null ? null : growth.last()));
            add(
                    row,
                    line.trend().stream()
                            .map(point -> point.date() + " " + two(point.mean()))
                            .collect(Collectors.joining("; ")));
            fair(row, line.fair());
            add(row, figures.evaluations(), figures.preceptors(), figures.littleContact());
            row.addAll(origin);
            rows.add(row);
        }
        return FigureCsv.write(HEADER, rows);
    }

    private static void fair(List<Object> row, FairScore fair) {
        if (fair == null) {
            add(row, "", "", "", "", "", "", "", "", "");
            return;
        }
        add(row, two(fair.raw()), two(fair.adjusted()), two(fair.low()), two(fair.high()));
        add(row, two(fair.reliability()), some(fair.ratersNeeded()), fair.n(), fair.raters());
        add(row, fair.reason() == null ? "" : fair.reason().sentence());
    }
}

package org.preceptorportal.comparison;

import static org.preceptorportal.figures.FigureCsv.add;
import static org.preceptorportal.figures.FigureCsv.band;
import static org.preceptorportal.figures.FigureCsv.origin;
import static org.preceptorportal.figures.FigureCsv.some;
import static org.preceptorportal.figures.FigureCsv.two;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.preceptorportal.calibration.Calibrated;
import org.preceptorportal.fairness.Leniency;
import org.preceptorportal.fairness.Spread;
import org.preceptorportal.figures.FigureCsv;
import org.preceptorportal.store.Sha256;

/** Reports about more than one learner as files: every printed figure, kind by kind. */
final class ComparisonCsv {
    private static final List<String> ORIGIN =
            List.of(
                    "data_cutoff",
                    "calibration_cutoff",
                    "calibration_evaluations",
                    "method",
                    "inputs_sha256");
    private static final List<String> COHORT =
            header(
                    "season kind domain domain_label scale learner_code learner learners"
                            + " evaluations ratings not_observed mean deviation band_low band_middle"
                            + " band_high band_learners estimable unlinked fair_mean"
                            + " variance_learners variance_preceptors variance_rest"
                            + " reliability_of_one needed_raw needed learners_in_all"
                            + " evaluations_in_all preceptors_in_all insufficient_contact");
    private static final List<String> PRECEPTOR =
            header(
                    "preceptor kind domain domain_label scale evaluations mean deviation"
                            + " peers_mean leniency leniency_low leniency_high leniency_shared"
                            + " leniency_reason level used peers_used evaluations_in_all"
                            + " learners_in_all ratings_in_all not_observed_in_all straight_lines"
                            + " insufficient_contact days_to_submit peers_days_to_submit minimum");
    private static final List<String> SITE =
            header(
                    "site kind domain domain_label scale preceptor preceptors evaluations"
                            + " ratings not_observed mean ci95_low ci95_high others_mean"
                            + " learners_in_all evaluations_in_all left_out_in_all"
                            + " preceptors_in_all insufficient_contact days_to_submit minimum");

    private ComparisonCsv() {}

    private static List<String> header(String columns) {
        return Stream.concat(Stream.of(columns.split(" ")), ORIGIN.stream()).toList();
    }

    private static void empty(List<Object> row, int cells) {
        row.addAll(Collections.nCopies(cells, ""));
    }

    private static String four(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** Domains first, then one row for each learner and domain: the heat map. */
    static byte[] cohort(CohortFigures figures, Sha256 inputs) {
        List<List<Object>> rows = new ArrayList<>();
        for (CohortFigures.Line line : figures.lines()) {
            List<Object> row = new ArrayList<>();
            add(row, figures.season(), "domain", line.code(), line.label(), line.scale(), "", "");
            add(row, line.learners(), line.evaluations());
            add(row, some(line.ratings()), some(line.notObserved()));
            add(row, two(line.mean()), two(line.deviation()));
            band(row, line.band());
            add(row, line.estimable(), line.unlinked());
            Spread spread = line.spread();
            if (spread == null) {
                empty(row, 7);
            } else {
                add(row, two(spread.mean()), four(spread.learners()), four(spread.raters()));
                add(row, four(spread.residual()), two(spread.reliabilityOfOne()));
                add(row, some(spread.ratersNeededRaw()), some(spread.ratersNeeded()));
            }
            add(row, figures.learners(), figures.evaluations(), figures.preceptors());
            add(row, figures.littleContact());
            origin(row, figures.dataCutoff(), figures.calibration(), Comparison.VERSION, inputs);
            rows.add(row);
        }
        for (CohortFigures.HeatRow learner : figures.heat()) {
            for (int i = 0; i < figures.lines().size(); i++) {
                CohortFigures.Line line = figures.lines().get(i);
                List<Object> row = new ArrayList<>();
                add(row, figures.season(), "learner", line.code(), "", line.scale());
                add(row, learner.code(), learner.name(), "", learner.evaluations().get(i), "", "");
                add(row, two(learner.means().get(i)));
                // The rest is the same for all and stands above.
                empty(row, COHORT.size() - row.size());
                rows.add(row);
            }
        }
        return FigureCsv.write(COHORT, rows);
    }

    /** Domains, then levels; one row alone where the figures are hidden. */
    static byte[] preceptor(String name, PreceptorFigures figures, Sha256 inputs) {
        List<List<Object>> rows = new ArrayList<>();
        for (PreceptorFigures.Line line : figures.lines()) {
            List<Object> row = new ArrayList<>();
            add(row, name, "domain", line.code(), line.label(), line.scale(), line.evaluations());
            add(row, two(line.mean()), two(line.deviation()), two(line.peersMean()));
            Leniency leniency = line.leniency();
            add(row, two(leniency.value()), two(leniency.low()), two(leniency.high()));
            add(row, leniency.shared());
            add(row, leniency.reason() == null ? "" : leniency.reason().sentence(), "", "", "");
            whole(row, figures, inputs);
            rows.add(row);
        }
        for (PreceptorFigures.Level level : figures.levels()) {
            List<Object> row = new ArrayList<>();
            add(row, name, "level");
            empty(row, 12);
            add(row, level.level(), level.used(), level.peersUsed());
            whole(row, figures, inputs);
            rows.add(row);
        }
        if (rows.isEmpty()) {
            List<Object> row = new ArrayList<>();
            add(row, name, "hidden");
            empty(row, 15);
            whole(row, figures, inputs);
            rows.add(row);
        }
        return FigureCsv.write(PRECEPTOR, rows);
    }

    private static void whole(List<Object> row, PreceptorFigures figures, Sha256 inputs) {
        add(row, figures.evaluations(), figures.learners(), some(figures.ratings()));
        add(row, some(figures.notObserved()), some(figures.straightLines()));
        add(row, figures.littleContact());
        add(row, two(figures.daysToSubmit()), two(figures.peersDaysToSubmit()));
        add(row, figures.minimum());
        origin(row, figures.dataCutoff(), figures.calibration(), Comparison.VERSION, inputs);
    }

    /** Domains, then preceptors; those hidden are one row without a name. */
    static byte[] site(String name, SiteFigures figures, Calibrated calibrated, Sha256 inputs) {
        List<List<Object>> rows = new ArrayList<>();
        for (SiteFigures.Line line : figures.lines()) {
            List<Object> row = new ArrayList<>();
            add(row, name, "domain", line.code(), line.label(), line.scale(), "", "");
            add(row, line.evaluations(), line.ratings(), line.notObserved());
            add(row, two(line.mean()), two(line.low()), two(line.high()), two(line.othersMean()));
            whole(row, figures, calibrated, inputs);
            rows.add(row);
        }
        for (SiteFigures.Share share : figures.shares()) {
            List<Object> row = new ArrayList<>();
            add(row, name, "preceptor", "", "", "", some(share.preceptor()), share.preceptors());
            add(row, share.evaluations(), "", "", two(share.mean()), "", "", "");
            whole(row, figures, calibrated, inputs);
            rows.add(row);
        }
        return FigureCsv.write(SITE, rows);
    }

    private static void whole(
            List<Object> row, SiteFigures figures, Calibrated calibrated, Sha256 inputs) {
        add(row, figures.learners(), figures.evaluations(), figures.leftOut());
        add(row, figures.preceptors(), figures.littleContact());
        add(row, two(figures.daysToSubmit()), figures.minimum());
        origin(row, figures.dataCutoff(), calibrated, Comparison.VERSION, inputs);
    }
}

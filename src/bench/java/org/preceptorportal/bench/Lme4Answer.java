package org.preceptorportal.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.preceptorportal.fairness.FairModel;
import org.preceptorportal.fairness.Fit;
import org.preceptorportal.fairness.Rating;

/** What {@code lme4.R} printed about one data set. */
public record Lme4Answer(Map<String, double[]> lines) {
    /** Three digits agree. */
    private static final double HALF_OF_THE_THIRD = 5e-4;

    /**
     * Largest differences: relative, and for effects relative to the effects' standard deviation.
     */
    public record Difference(
            double mean, double variances, double criterion, double effects, double doubts) {
        public boolean toThreeDigits() {
            return Math.max(Math.max(mean, variances), Math.max(effects, doubts))
                            < HALF_OF_THE_THIRD
                    && criterion < HALF_OF_THE_THIRD;
        }
    }

    public static Lme4Answer read(String csv) {
        Map<String, double[]> lines = new HashMap<>();
        for (String line : csv.lines().skip(1).toList()) {
            String[] cells = line.split(",");
            lines.put(
                    cells[0] + cells[1],
                    new double[] {
                        Double.parseDouble(cells[2]),
                        cells[3].equals("NA") ? Double.NaN : Double.parseDouble(cells[3])
                    });
        }
        return new Lme4Answer(lines);
    }

    public Difference compare(List<Rating> ratings) {
        FairModel model = FairModel.fit(ratings, 3);
        Fit fit = model.fit();
        double[] mean = lines.get("mean");
        double variances = relative(model.spread().learners(), variance("learner"));
        variances = Math.max(variances, relative(model.spread().raters(), variance("rater")));
        variances = Math.max(variances, relative(model.spread().residual(), variance("Residual")));
        double effects = 0;
        double doubts = relative(fit.meanError(), mean[1]);
        for (String kind : List.of("learner", "rater")) {
            Map<Long, Fit.Effect> ours = kind.equals("learner") ? fit.learners() : fit.raters();
            for (Map.Entry<Long, Fit.Effect> each : ours.entrySet()) {
                double[] theirs = lines.get(kind + each.getKey());
                effects =
                        Math.max(
                                effects,
                                Math.abs(each.getValue().value() - theirs[0])
                                        / Math.sqrt(variance(kind)));
                doubts = Math.max(doubts, relative(each.getValue().doubt(), theirs[1]));
            }
        }
        return new Difference(
                relative(model.spread().mean(), mean[0]),
                variances,
                relative(fit.criterion(), lines.get("criterion")[0]),
                effects,
                doubts);
    }

    private double variance(String kind) {
        return lines.get("variance" + kind)[0];
    }

    private static double relative(double ours, double theirs) {
        return Math.abs(ours - theirs) / Math.abs(theirs);
    }
}

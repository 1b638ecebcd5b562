package org.preceptorportal.calibration;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.preceptorportal.fairness.FairModel;
import org.preceptorportal.fairness.FairScore;
import org.preceptorportal.fairness.Leniency;
import org.preceptorportal.fairness.NotEstimable;
import org.preceptorportal.fairness.Rating;
import org.preceptorportal.fairness.Spread;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Slice;

/**
 * What a calibration says of one domain on one scale.
 *
 * @param scores by learner, cut to the scale
 * @param leniencies by preceptor
 * @param spread null when too few ratings are linked
 * @param band quartiles of the learners' raw means; null when they are too few
 */
public record Stratum(
        Slice slice,
        SortedMap<Long, FairScore> scores,
        SortedMap<Long, Leniency> leniencies,
        Spread spread,
        Stratum.Band band) {
    /** Rises with every change of a figure's meaning; printed on reports and part of their key. */
    public static final String VERSION = "calibration-1/" + FairModel.VERSION;

    /** Whether nothing can be said because the model of its ratings has no solution. */
    public boolean unsolved() {
        return scores.values().stream().anyMatch(s -> s.reason() == NotEstimable.NO_SOLUTION);
    }

    Stratum with(SortedMap<Long, FairScore> others, SortedMap<Long, Leniency> raters) {
        return new Stratum(slice, others, raters, spread, band);
    }

    /** Sheets with a fault are left out. */
    static Stratum of(Slice slice, Collection<Sheet> sheets, FigureRules rules) {
        List<Rating> ratings =
                sheets.stream()
                        .filter(sheet -> sheet.fault() == null)
                        .filter(sheet -> sheet.count(slice).rated() > 0)
                        .map(
                                sheet ->
                                        new Rating(
                                                sheet.id(),
                                                sheet.learner(),
                                                sheet.preceptor(),
                                                sheet.count(slice).mean()))
                        .toList();
        FairModel model = FairModel.fit(ratings, rules.minimum());
        SortedMap<Long, FairScore> scores = new TreeMap<>();
        model.scores().forEach((learner, score) -> scores.put(learner, onScale(score)));
        return new Stratum(
                slice,
                scores,
                model.leniencies(),
                model.spread(),
                new Means(scores.values().stream().map(FairScore::raw).toList())
                        .band(rules.bandMinimum()));
    }

    private static FairScore onScale(FairScore score) {
        return score.estimable()
                ? new FairScore(
                        score.raw(),
                        Means.cut(score.adjusted()),
                        Means.cut(score.low()),
                        Means.cut(score.high()),
                        score.reliability(),
                        score.ratersNeeded(),
                        score.n(),
                        score.raters(),
                        null)
                : score;
    }

    /**
     * The cohort's learner means at the last calibration.
     *
     * @param low a quarter of the learners are below
     * @param middle half are below
     * @param high a quarter are above
     * @param learners how many there are
     */
    public record Band(double low, double middle, double high, int learners) {}
}

package org.preceptorportal.fairness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Fair scores of learners and leniencies of raters, from all ratings of one kind.
 *
 * <p>In the largest linked group (FA-2) the ratings are taken as y = mu + a[learner] + b[rater] + e
 * (see {@code MixedModel}). With n ratings of a learner, k = n / (n + E/A), and b-hat the shrunk
 * leniencies of their raters:
 *
 * <ul>
 *   <li>adjusted = raw &minus; mean of b-hat = mu-hat + a-hat / k; only leniency is taken away, the
 *       learner is not drawn towards the others
 *   <li>Var(adjusted &minus; (mu + a)) = V/k<sup>2</sup> &minus; 2V/k + A + E (c<sub>mu</sub> + 2
 *       c<sub>mu,a</sub>), where V = Var(a-hat) = A &minus; E c<sub>a</sub> and c are elements of
 *       the inverse of Henderson's equations; it follows from Cov(a-hat, a) = Var(a-hat) and from
 *       mu-hat being uncorrelated with a-hat (Henderson 1975)
 *   <li>interval = adjusted &plusmn; t<sub>0.975</sub> &middot; root of that, with (raters in the
 *       group &minus; 1) degrees of freedom
 *   <li>reliability = V / A: the squared correlation of the estimate with a, between 0 and 1
 *       (animal breeding's r<sup>2</sup>; for one rating without linkage it is the intraclass
 *       correlation A / (A + B + E))
 *   <li>raters needed for 0.70 = 0.70/0.30 &middot; (E + what remains of a rater's leniency) / A,
 *       rounded up: the D-study of generalizability theory (Brennan 2001, section 2.2), where what
 *       remains of leniency is the mean error variance of b-hat; without adjustment it is B
 * </ul>
 *
 * <p>There is no fair score where fewer than {@link #FEWEST} degrees of freedom are left for the
 * residual, where the equations have no solution, or where the variance between learners comes out
 * as none (FA-4).
 */
public final class FairModel {
    /** Rises with every change of a number's meaning. */
    public static final String VERSION = "fair-score-1";

    /** Degrees of freedom that the residual needs, and levels that a variance needs. */
    static final int FEWEST = 10;

    private static final int FEWEST_RATERS = 3;
    private static final double WANTED = 0.70;
    private static final int MOST_RATERS = 9999;

    private final SortedMap<Long, FairScore> scores = new TreeMap<>();
    private final SortedMap<Long, Leniency> leniencies = new TreeMap<>();
    private Spread spread;
    private Fit fit;
    private MixedModel model;

    private FairModel() {}

    /** A learner's or rater's plain counts. */
    private static final class Tally {
        int n;
        double sum;
        final Set<Long> others = new HashSet<>();
    }

    /**
     * @param ratings of one kind, on one scale, in any order
     * @param minimum fewest learners shared with others for which a leniency is said (FA-5)
     */
    public static FairModel fit(List<Rating> ratings, int minimum) {
        List<Rating> ordered = new ArrayList<>(ratings);
        ordered.sort(
                Comparator.comparingLong(Rating::learner)
                        .thenComparingLong(Rating::rater)
                        .thenComparingLong(Rating::id));
        FairModel fair = new FairModel();
        SortedMap<Long, Tally> learners = new TreeMap<>();
        SortedMap<Long, Tally> raters = new TreeMap<>();
        for (Rating r : ordered) {
            add(learners, r.learner(), r.rater(), r.score());
            add(raters, r.rater(), r.learner(), r.score());
        }
        Map<Long, Integer> shared = new HashMap<>();
        raters.forEach(
                (id, rater) ->
                        shared.put(
                                id,
                                (int)
                                        rater.others.stream()
                                                .filter(l -> learners.get(l).others.size() > 1)
                                                .count()));

        List<Rating> linked = new Linkage(ordered).largest(ordered);
        Map<Long, Integer> learnerLevels = new TreeMap<>();
        Map<Long, Integer> raterLevels = new TreeMap<>();
        linked.forEach(r -> learnerLevels.put(r.learner(), 0));
        linked.forEach(r -> raterLevels.put(r.rater(), 0));
        number(learnerLevels);
        number(raterLevels);
        int free = linked.size() - learnerLevels.size() - raterLevels.size() + 1;
        NotEstimable reason = null;
        if (raterLevels.size() < FEWEST_RATERS || learnerLevels.size() < FEWEST || free < FEWEST) {
            reason = NotEstimable.TOO_FEW;
        } else {
            fair.model =
                    new MixedModel(
                            linked.stream().mapToInt(r -> learnerLevels.get(r.learner())).toArray(),
                            learnerLevels.size(),
                            linked.stream().mapToInt(r -> raterLevels.get(r.rater())).toArray(),
                            raterLevels.size(),
                            linked.stream().mapToDouble(Rating::score).toArray());
            if (fair.model.fit()) {
                fair.spread = fair.spreadOfModel();
                fair.fit =
                        new Fit(
                                Math.sqrt(fair.model.residual * fair.model.meanDoubt),
                                fair.model.restricted,
                                fair.model.steps,
                                fair.effects(fair.model.learners, learnerLevels),
                                fair.effects(fair.model.raters, raterLevels));
                reason = fair.model.learnersDiffer() ? null : NotEstimable.NO_DIFFERENCE;
            } else {
                reason = NotEstimable.NO_SOLUTION;
            }
        }
        double t =
                reason == NotEstimable.TOO_FEW
                        ? 0
                        : TDistribution.of(raterLevels.size() - 1.0)
                                .inverseCumulativeProbability(0.975);
        for (Map.Entry<Long, Tally> each : learners.entrySet()) {
            Tally tally = each.getValue();
            Integer level = learnerLevels.get(each.getKey());
            double raw = tally.sum / tally.n;
            NotEstimable why = level == null ? NotEstimable.UNLINKED : reason;
            fair.scores.put(
                    each.getKey(),
                    why == null
                            ? fair.score(level, raw, tally, t)
                            : FairScore.notEstimable(why, raw, tally.n, tally.others.size()));
        }
        for (Map.Entry<Long, Tally> each : raters.entrySet()) {
            Tally tally = each.getValue();
            Integer level = raterLevels.get(each.getKey());
            int inCommon = shared.get(each.getKey());
            NotEstimable why = reason == NotEstimable.NO_DIFFERENCE ? null : reason;
            if (level == null) {
                why = NotEstimable.UNLINKED;
            } else if (why == null && inCommon < minimum) {
                why = NotEstimable.FEW_SHARED;
            }
            fair.leniencies.put(
                    each.getKey(),
                    why == null
                            ? fair.leniency(level, tally, inCommon, t)
                            : Leniency.notEstimable(why, tally.n, tally.others.size(), inCommon));
        }
        return fair;
    }

    private static void add(Map<Long, Tally> all, long id, long other, double score) {
        Tally tally = all.computeIfAbsent(id, key -> new Tally());
        tally.n++;
        tally.sum += score;
        tally.others.add(other);
    }

    private static void number(Map<Long, Integer> levels) {
        int next = 0;
        for (Map.Entry<Long, Integer> level : levels.entrySet()) {
            level.setValue(next++);
        }
    }

    private FairScore score(int level, double raw, Tally tally, double t) {
        double a = model.learnerVariance;
        double e = model.residual;
        double k = tally.n / (tally.n + e / a);
        double v = Math.max(0, a - e * model.learners.doubt[level]);
        double error =
                v / (k * k)
                        - 2 * v / k
                        + a
                        + e * (model.meanDoubt + 2 * model.learners.withMean[level]);
        double half = t * Math.sqrt(Math.max(0, error));
        double adjusted = model.mean + model.learners.effects[level] / k;
        return new FairScore(
                raw,
                adjusted,
                adjusted - half,
                adjusted + half,
                v / a,
                spread.ratersNeeded(),
                tally.n,
                tally.others.size(),
                null);
    }

    private Leniency leniency(int level, Tally tally, int shared, double t) {
        double value = model.raters.effects[level];
        double half = t * Math.sqrt(model.residual * model.raters.doubt[level]);
        return new Leniency(
                value, value - half, value + half, tally.n, tally.others.size(), shared, null);
    }

    private SortedMap<Long, Fit.Effect> effects(
            MixedModel.Factor factor, Map<Long, Integer> levels) {
        SortedMap<Long, Fit.Effect> effects = new TreeMap<>();
        levels.forEach(
                (id, level) -> {
                    double withMean = factor.withMean[level];
                    double given = factor.doubt[level] - withMean * withMean / model.meanDoubt;
                    effects.put(
                            id,
                            new Fit.Effect(
                                    factor.effects[level], Math.sqrt(model.residual * given)));
                });
        return effects;
    }

    private Spread spreadOfModel() {
        double a = model.learnerVariance;
        double b = model.raterVariance;
        double e = model.residual;
        double remains = 0;
        for (double doubt : model.raters.doubt) {
            remains += e * doubt / model.raters.levels;
        }
        boolean differ = model.learnersDiffer();
        return new Spread(
                model.mean,
                a,
                b,
                e,
                a / (a + b + e),
                differ ? needed((b + e) / a) : null,
                differ ? needed((Math.min(b, remains) + e) / a) : null);
    }

    private static int needed(double noise) {
        return (int) Math.min(MOST_RATERS, Math.ceil(WANTED / (1 - WANTED) * noise));
    }

    /** By learner. */
    public SortedMap<Long, FairScore> scores() {
        return scores;
    }

    /** By rater. */
    public SortedMap<Long, Leniency> leniencies() {
        return leniencies;
    }

    /** Null when there were too few ratings for a model, or it has no solution. */
    public Spread spread() {
        return spread;
    }

    /** The fitted model, for comparing with other programs; null when there is none. */
    public Fit fit() {
        return fit;
    }
}

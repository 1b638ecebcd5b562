package org.preceptorportal.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.preceptorportal.bench.RatingWorld.Plan;
import org.preceptorportal.fairness.FairModel;
import org.preceptorportal.fairness.FairScore;

/** Fair scores against a known truth: bias, coverage, rank correlation, and how long a fit takes. */
public final class FairnessBench {
    private FairnessBench() {}

    private record Row(String name, Plan plan, int worlds) {}

    /** What many worlds of one plan say together. */
    public record Result(
            double linked,
            double bias,
            double rawError,
            double adjustedError,
            double coverage,
            double rawRank,
            double adjustedRank,
            double ratioOfVariance,
            int withoutNumber,
            double seconds) {}

    public static void main(String... args) {
        List<Row> rows =
                List.of(
                        row("tiny, well linked", 30, 10, 4, 0, 60),
                        row("small, well linked", 100, 20, 4, 0, 40),
                        row("small, mostly one site", 100, 20, 4, 0.9, 40),
                        row("small, sites apart", 100, 20, 4, 1, 40),
                        row("demo size", 300, 40, 4, 0, 20),
                        row("demo size, mostly one site", 300, 40, 4, 0.9, 20),
                        row("demo size, few ratings", 300, 40, 1.5, 0, 20),
                        row("institution", 2000, 300, 6, 0.7, 5),
                        new Row(
                                "marks 1 to 5, demo size",
                                new Plan(300, 40, 4, 0, 10, 0.15, 0.25, 0.45, true),
                                20),
                        new Row(
                                "learners hardly differ",
                                new Plan(300, 40, 4, 0, 10, 0.02, 0.25, 0.45, false),
                                20));
        System.out.printf(
                "%-27s %7s %7s %8s %8s %9s %7s %7s %9s %8s %8s%n",
                "world",
                "linked",
                "bias",
                "raw err",
                "adj err",
                "coverage",
                "raw r",
                "adj r",
                "variance",
                "no model",
                "seconds");
        for (Row row : rows) {
            Result r = run(row.plan(), row.worlds(), 20260101);
            System.out.printf(
                    Locale.ROOT,
                    "%-27s %6.0f%% %7.3f %8.3f %8.3f %8.1f%% %7.3f %7.3f %9.2f %8d %8.3f%n",
                    row.name(),
                    100 * r.linked(),
                    r.bias(),
                    r.rawError(),
                    r.adjustedError(),
                    100 * r.coverage(),
                    r.rawRank(),
                    r.adjustedRank(),
                    r.ratioOfVariance(),
                    r.withoutNumber(),
                    r.seconds());
        }
        System.out.println(
                """

                linked: learners with a fair score. err: root of the mean squared difference from
                the truth, over the linked. coverage: how often the 95% interval holds the truth.
                r: rank correlation (Spearman) with the truth, over the linked. variance: estimated
                variance between learners over the true one. no model: worlds without any score.
                """);
        large("10,000 learners, 1,300 raters, random links", 1300, 0);
        large("10,000 learners, 1,300 raters, mostly one site", 1300, 0.9);
        large("10,000 learners, 2,000 raters, random links", 2000, 0);
    }

    private static Row row(
            String name, int learners, int raters, double each, double stay, int worlds) {
        return new Row(
                name,
                new Plan(learners, raters, each, stay, 5, 0.06, 0.25, 0.45, false),
                worlds);
    }

    private static void large(String name, int raters, double stay) {
        RatingWorld world =
                new Plan(10_000, raters, 6, stay, 10, 0.06, 0.25, 0.45, false).make(1);
        long from = System.nanoTime();
        FairModel model = FairModel.fit(world.ratings(), 3);
        System.out.printf(
                Locale.ROOT,
                "%s: %,d ratings fitted in %.1f s; variances %.4f %.4f %.4f (true 0.06 0.25 0.45)%n",
                name,
                world.ratings().size(),
                (System.nanoTime() - from) / 1e9,
                model.spread().learners(),
                model.spread().raters(),
                model.spread().residual());
    }

    public static Result run(Plan plan, int worlds, long seed) {
        long nanos = 0;
        int linked = 0;
        int all = 0;
        int covered = 0;
        double bias = 0;
        double rawSquares = 0;
        double adjustedSquares = 0;
        double rawRank = 0;
        double adjustedRank = 0;
        double variance = 0;
        int without = 0;
        for (int w = 0; w < worlds; w++) {
            RatingWorld world = plan.make(seed + w);
            long from = System.nanoTime();
            FairModel model = FairModel.fit(world.ratings(), 3);
            nanos += System.nanoTime() - from;
            if (model.spread() != null) {
                variance += model.spread().learners() / plan.ofLearners() / worlds;
            }
            List<double[]> seen = new ArrayList<>();
            for (Map.Entry<Long, FairScore> each : model.scores().entrySet()) {
                FairScore score = each.getValue();
                all++;
                if (score.estimable()) {
                    linked++;
                    double truth = world.truth().get(each.getKey());
                    seen.add(new double[] {truth, score.raw(), score.adjusted()});
                    bias += score.adjusted() - truth;
                    rawSquares += Math.pow(score.raw() - truth, 2);
                    adjustedSquares += Math.pow(score.adjusted() - truth, 2);
                    covered += score.low() <= truth && truth <= score.high() ? 1 : 0;
                }
            }
            if (seen.isEmpty()) {
                without++;
            } else {
                rawRank += spearman(seen, 1);
                adjustedRank += spearman(seen, 2);
            }
        }
        int with = worlds - without;
        return new Result(
                (double) linked / all,
                bias / linked,
                Math.sqrt(rawSquares / linked),
                Math.sqrt(adjustedSquares / linked),
                (double) covered / linked,
                rawRank / with,
                adjustedRank / with,
                variance,
                without,
                nanos / 1e9 / worlds);
    }

    private static double spearman(List<double[]> seen, int column) {
        double[] x = ranks(seen, 0);
        double[] y = ranks(seen, column);
        double middle = (seen.size() - 1) / 2.0;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - middle) * (y[i] - middle);
            xx += (x[i] - middle) * (x[i] - middle);
            yy += (y[i] - middle) * (y[i] - middle);
        }
        return xy / Math.sqrt(xx * yy);
    }

    /** Ranks from 0, equal values share their mean rank. */
    private static double[] ranks(List<double[]> seen, int column) {
        double[] sorted = seen.stream().mapToDouble(s -> s[column]).sorted().toArray();
        Map<Double, double[]> rank = new HashMap<>();
        for (int i = 0; i < sorted.length; i++) {
            double[] sum = rank.computeIfAbsent(sorted[i], key -> new double[2]);
            sum[0] += i;
            sum[1]++;
        }
        return seen.stream()
                .mapToDouble(s -> rank.get(s[column])[0] / rank.get(s[column])[1])
                .toArray();
    }
}

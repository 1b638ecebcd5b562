package org.preceptorportal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.preceptorportal.fairness.Rating;

/**
 * Learners and raters whose true values are known, and the ratings they give. The same seed gives
 * the same world.
 *
 * @param truth by learner: the mean that all raters of the world would give on average
 * @param leniency by rater: how much higher than the average rater
 */
public record RatingWorld(
        List<Rating> ratings, Map<Long, Double> truth, Map<Long, Double> leniency) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Raters' numbers begin here, so that no learner has the same. */
    private static final long FIRST_RATER = 1_000_000;

    /**
     * What a world is made of.
     *
     * @param stay probability that a learner's next rater is of the learner's own site; 0 means
     *     that all raters are equally likely
     * @param site raters of one site
     * @param marks whether a rating is the mean of three whole marks from 1 to 5, or any number
     */
    public record Plan(
            int learners,
            int raters,
            double ratingsEach,
            double stay,
            int site,
            double ofLearners,
            double ofRaters,
            double rest,
            boolean marks) {
        static final double MEAN = 3.8;

        public RatingWorld make(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] b = new double[raters];
            Map<Long, Double> leniency = new TreeMap<>();
            for (int j = 0; j < raters; j++) {
                b[j] = Math.sqrt(ofRaters) * normal(random);
                leniency.put(FIRST_RATER + j, b[j]);
            }
            Map<Long, Double> truth = new TreeMap<>();
            List<Rating> ratings = new ArrayList<>();
            int sites = Math.max(1, raters / site);
            for (int i = 0; i < learners; i++) {
                double a = Math.sqrt(ofLearners) * normal(random);
                truth.put((long) i, marks ? meanOfMarks(a) : MEAN + a);
                int home = random.nextInt(sites);
                // One to twice the mean less one: learners differ in how much is known of them.
                int n = 1 + random.nextInt((int) Math.round(2 * ratingsEach - 1));
                for (int k = 0; k < n; k++) {
                    boolean stays = random.nextDouble() < stay;
                    int rater =
                            stays
                                    ? Math.min(raters - 1, home * site + random.nextInt(site))
                                    : random.nextInt(raters);
                    ratings.add(
                            new Rating(
                                    ratings.size(),
                                    i,
                                    FIRST_RATER + rater,
                                    score(a + b[rater], random)));
                }
            }
            return new RatingWorld(ratings, truth, leniency);
        }

        private double score(double above, SplittableRandom random) {
            if (!marks) {
                return MEAN + above + Math.sqrt(rest) * normal(random);
            }
            double sum = 0;
            for (int item = 0; item < 3; item++) {
                double latent = MEAN + above + Math.sqrt(rest) * normal(random);
                sum += Math.min(5, Math.max(1, Math.rint(latent)));
            }
            return sum / 3;
        }

        /** Expected whole mark of a learner, over all raters and chance. */
        private double meanOfMarks(double a) {
            double mean = 1;
            for (int level = 1; level < 5; level++) {
                mean +=
                        NORMAL.cumulativeProbability(
                                (MEAN + a - level - 0.5) / Math.sqrt(ofRaters + rest));
            }
            return mean;
        }

        private static double normal(SplittableRandom random) {
            return NORMAL.inverseCumulativeProbability(
                    (random.nextLong() >>> 11) * 0x1p-53 + 0x1p-54);
        }
    }
}

package org.preceptorportal.fairness;

/**
 * Where differences between ratings come from (REML), in squared scale points.
 *
 * @param mean of learners rated by raters of usual leniency
 * @param learners variance between learners
 * @param raters variance between raters: leniency
 * @param residual what neither explains
 * @param reliabilityOfOne what one rating by a stranger is worth, 0 to 1
 * @param ratersNeededRaw raters that a raw mean takes for a reliability of 0.70; null when learners
 *     do not differ
 * @param ratersNeeded the same where leniency is adjusted for; null when learners do not differ
 */
public record Spread(
        double mean,
        double learners,
        double raters,
        double residual,
        double reliabilityOfOne,
        Integer ratersNeededRaw,
        Integer ratersNeeded) {}

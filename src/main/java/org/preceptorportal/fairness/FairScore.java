package org.preceptorportal.fairness;

/**
 * A learner's raw mean beside the mean that raters of usual leniency would have given.
 *
 * @param raw mean of the ratings; null when there are none
 * @param adjusted raw less the mean estimated leniency of its raters; null when not estimable
 * @param low lower end of the 95% interval of {@code adjusted}
 * @param high upper end
 * @param reliability 0 to 1: squared correlation of the estimate with what it estimates
 * @param ratersNeeded how many raters of the same kind a reliability of 0.70 takes
 * @param n how many ratings
 * @param raters how many different raters
 * @param reason why there is no adjusted score; null when there is one
 */
public record FairScore(
        Double raw,
        Double adjusted,
        Double low,
        Double high,
        Double reliability,
        Integer ratersNeeded,
        int n,
        int raters,
        NotEstimable reason) {
    public FairScore {
        boolean none = adjusted == null;
        if (none != (reason != null)
                || none != (low == null)
                || none != (high == null)
                || none != (reliability == null)
                || none != (ratersNeeded == null)) {
            throw new IllegalArgumentException("a fair score is a number with its doubt, or why");
        }
    }

    public static FairScore notEstimable(NotEstimable reason, Double raw, int n, int raters) {
        return new FairScore(raw, null, null, null, null, null, n, raters, reason);
    }

    public boolean estimable() {
        return reason == null;
    }
}

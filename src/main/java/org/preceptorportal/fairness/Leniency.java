package org.preceptorportal.fairness;

/**
 * How much higher than others a rater rates the same learners, shrunk towards none.
 *
 * @param value on the scale, above 0 is lenient; null when not estimable
 * @param low lower end of its 95% interval
 * @param high upper end
 * @param n how many ratings
 * @param learners how many different learners
 * @param shared how many of them others rated too
 * @param reason why there is no value; null when there is one
 */
public record Leniency(
        Double value,
        Double low,
        Double high,
        int n,
        int learners,
        int shared,
        NotEstimable reason) {
    public Leniency {
        boolean none = value == null;
        if (none != (reason != null) || none != (low == null) || none != (high == null)) {
            throw new IllegalArgumentException("a leniency is a number with its doubt, or why");
        }
    }

    public static Leniency notEstimable(NotEstimable reason, int n, int learners, int shared) {
        return new Leniency(null, null, null, n, learners, shared, reason);
    }

    public boolean estimable() {
        return reason == null;
    }
}

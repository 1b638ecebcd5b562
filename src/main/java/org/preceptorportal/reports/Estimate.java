package org.preceptorportal.reports;

/**
 * A figure with its doubt, or why there is none.
 *
 * @param value null if it is not estimable
 * @param low lower end of the 95% interval; null if not estimable
 * @param high upper end; null if not estimable
 * @param reason in a few plain words, to follow "not estimable: "; null if there is a value
 */
public record Estimate(Double value, Double low, Double high, String reason) {
    public Estimate {
        if ((value == null) != (reason != null)
                || (low == null) != (high == null)
                || (value == null && low != null)) {
            throw new IllegalArgumentException("An estimate is a value or says why there is none");
        }
    }

    /**
     * @param low null if the interval is not estimable
     * @param high null if the interval is not estimable
     */
    public static Estimate of(double value, Double low, Double high) {
        return new Estimate(value, low, high, null);
    }

    public static Estimate none(String reason) {
        return new Estimate(null, null, null, reason);
    }
}

package org.preceptorportal.reports;

/**
 * Where the learners of a cohort stand.
 *
 * @param low a quarter of them lies below
 * @param middle half of them lies below
 * @param high a quarter of them lies above
 * @param learners how many they are
 */
public record Band(double low, double middle, double high, int learners) {
    public Band {
        if (low > middle || middle > high || learners < 1) {
            throw new IllegalArgumentException("The quartiles of a band are out of order");
        }
    }
}

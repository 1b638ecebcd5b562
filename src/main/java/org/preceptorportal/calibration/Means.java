package org.preceptorportal.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Means, intervals and quartiles of evaluations' means on a scale from 1 to 5.
 *
 * <ul>
 *   <li>mean = &Sigma; x<sub>i</sub> / n; s<sup>2</sup> = &Sigma; (x<sub>i</sub> &minus;
 *       mean)<sup>2</sup> / (n &minus; 1)
 *   <li>interval = mean &plusmn; t<sub>0.975, n&minus;1</sub> &middot; s / &radic;n, cut to the
 *       scale; not estimable for n &lt; 2, nor where all agree exactly: that a few people agree on
 *       a five-level scale does not mean that there is no doubt (NIST/SEMATECH e-Handbook of
 *       Statistical Methods, 1.3.5.2)
 *   <li>quartiles: the value at (n &minus; 1) p of the sorted values, linear between two (type 7 of
 *       Hyndman &amp; Fan 1996, The American Statistician 50:361)
 * </ul>
 */
public final class Means {
    private static final double LOWEST = 1;
    private static final double HIGHEST = 5;

    /** By degrees of freedom: each takes longer to find than all else of a figure. */
    private static final Map<Integer, Double> QUANTILES = new ConcurrentHashMap<>();

    private final double[] values;

    public Means(List<Double> values) {
        this.values = values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Null when there is nothing. */
    public Double mean() {
        return values.length == 0 ? null : (Double) average();
    }

    private double average() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Standard deviation; null for fewer than two. */
    public Double deviation() {
        return values.length < 2 ? null : (Double) Math.sqrt(squares() / (values.length - 1));
    }

    /** Sum of squared distances from the mean. */
    private double squares() {
        double mean = average();
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares;
    }

    /** Half the width of the interval; null when not estimable. */
    private Double half() {
        if (values.length < 2 || Arrays.stream(values).allMatch(v -> v == values[0])) {
            return null;
        }
        double t =
                QUANTILES.computeIfAbsent(
                        values.length - 1,
                        n -> TDistribution.of(n).inverseCumulativeProbability(0.975));
        return t * Math.sqrt(squares() / (values.length - 1) / values.length);
    }

    public Double low() {
        Double half = half();
        return half == null ? null : (Double) cut(average() - half);
    }

    public Double high() {
        Double half = half();
        return half == null ? null : (Double) cut(average() + half);
    }

    /** On the scale. */
    static double cut(double value) {
        return Math.max(LOWEST, Math.min(HIGHEST, value));
    }

    /** Null for fewer than a minimum. */
    public Stratum.Band band(int minimum) {
        if (values.length < minimum) {
            return null;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Stratum.Band(
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                sorted.length);
    }

    /** Null when there is nothing. */
    public Double median() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? null : (Double) quantile(sorted, 0.5);
    }

    private static double quantile(double[] sorted, double p) {
        double at = (sorted.length - 1) * p;
        int below = (int) at;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (at - below) * (above - sorted[below]);
    }
}

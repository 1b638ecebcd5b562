package org.preceptorportal.skills;

import java.time.LocalDate;
import java.util.List;

/**
 * What evaluations say about one domain on one scale.
 *
 * @param label as printed
 * @param scale code of the scale its ratings were given on
 * @param evaluations how many evaluations rated at least one of its items: the n of the mean
 * @param ratings how many items they rated
 * @param notObserved how many items were marked "not observed"
 * @param mean mean of the evaluations' own means, 1 to 5; null when nothing was rated
 * @param interval 95% interval of the mean; null when not estimable (SK-3)
 * @param trend each evaluation's mean, by end of rotation
 */
public record DomainFigure(
        String code,
        String label,
        String scale,
        int evaluations,
        int ratings,
        int notObserved,
        Double mean,
        Interval interval,
        List<TrendPoint> trend) {
    public DomainFigure {
        trend = List.copyOf(trend);
    }

    /** Ends of an interval on the scale. */
    public record Interval(double low, double high) {}

    /**
     * @param date end of the rotation
     * @param mean the evaluation's mean over the domain's rated items
     */
    public record TrendPoint(LocalDate date, long evaluationId, double mean) {}
}

package org.preceptorportal.figures;

import java.time.LocalDate;
import java.util.List;
import org.preceptorportal.calibration.Stratum;
import org.preceptorportal.fairness.FairScore;

/**
 * What evaluations say about one learner in one domain or entrustable activity, on one scale.
 *
 * @param code of the domain, or the activity's short label
 * @param label as printed
 * @param scale code of the scale
 * @param evaluations final evaluations that rated it: the n of the mean
 * @param raters different preceptors among them
 * @param ratings items they rated
 * @param notObserved items marked "not observed"
 * @param mean mean of the evaluations' own means; null when nothing was rated
 * @param low lower end of the 95% interval of the mean; null when not estimable
 * @param high upper end
 * @param band where the cohort's learners are; null when too few
 * @param growth middle against end of the same rotations; null when none has both
 * @param trend each final evaluation's mean, by end of rotation
 * @param fair the last calibration's; null for activities, which are not calibrated
 */
public record SkillLine(
        Kind kind,
        String code,
        String label,
        String scale,
        int evaluations,
        int raters,
        int ratings,
        int notObserved,
        Double mean,
        Double low,
        Double high,
        Stratum.Band band,
        Growth growth,
        List<Point> trend,
        FairScore fair) {
    public SkillLine {
        trend = List.copyOf(trend);
    }

    /** What a line is about. */
    public enum Kind {
        DOMAIN,
        EPA
    }

    /**
     * Items rated at the middle and at the end of the same rotation by the same preceptor.
     *
     * @param rotations how many rotations have both
     * @param mid their mean at the middle
     * @param last their mean at the end
     */
    public record Growth(int rotations, double mid, double last) {}

    /**
     * @param date end of the rotation
     * @param mean the evaluation's mean over the rated items
     */
    public record Point(LocalDate date, long evaluationId, double mean) {}
}

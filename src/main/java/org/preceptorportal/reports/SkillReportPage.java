package org.preceptorportal.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A clinical-skill report as plain values.
 *
 * @param learnerLatinName in Latin letters; may be null or equal to the name
 * @param evaluations how many submitted evaluations went in
 * @param preceptors how many people they come from
 * @param littleContact rotations whose preceptor saw too little of the learner to evaluate them
 * @param domains at least one
 * @param activities entrustable professional activities; may be empty
 * @param comments in the order of printing
 */
public record SkillReportPage(
        String learnerName,
        String learnerLatinName,
        String school,
        Method method,
        int evaluations,
        int preceptors,
        int littleContact,
        List<Row> domains,
        List<Row> activities,
        List<Comment> comments) {
    public SkillReportPage {
        Objects.requireNonNull(method, "method");
        domains = List.copyOf(domains);
        activities = List.copyOf(activities);
        comments = List.copyOf(comments);
        if (domains.isEmpty() || comments.isEmpty()) {
            throw new IllegalArgumentException("A report has domains and at least one evaluation");
        }
    }

    /**
     * A domain or an activity.
     *
     * @param evaluations how many rated it: the n of its mean
     * @param ratings how many items they rated
     * @param notObserved how many items they marked as not observed
     * @param mean of the evaluations' own means, 1 to 5; null if nothing was rated
     * @param low lower end of the mean's 95% interval; null if not estimable
     * @param high upper end; null if not estimable
     * @param cohort where the learners of the cohort lie; null if they are too few
     * @param growth from the middle of rotations to their end; null if none was rated at both
     * @param points each evaluation's mean, by date
     * @param fair null if it was not computed
     */
    public record Row(
            String label,
            int evaluations,
            int ratings,
            int notObserved,
            Double mean,
            Double low,
            Double high,
            Band cohort,
            Growth growth,
            List<Point> points,
            Fair fair) {
        public Row {
            points = List.copyOf(points);
            if ((low == null) != (high == null) || (mean == null) != points.isEmpty()) {
                throw new IllegalArgumentException("The figures of a row contradict each other");
            }
        }
    }

    /**
     * The mean with its preceptors' leniency taken out: stands beside the raw mean, never instead.
     *
     * @param raw the mean of what the score is computed from; null if nothing is. It may differ
     *     from the row's, which takes every evaluation
     * @param preceptors how many rated
     * @param reliability 0 to 1; null without a score
     * @param preceptorsNeeded for a reliability of 0.70; null if not estimable
     */
    public record Fair(
            Double raw,
            int preceptors,
            Estimate score,
            Double reliability,
            Integer preceptorsNeeded) {
        public Fair {
            Objects.requireNonNull(score, "score");
        }
    }

    /** Means over rotations that the same preceptor rated both in the middle and at the end. */
    public record Growth(int rotations, double middle, double end) {}

    /**
     * @param date end of the rotation
     * @param value 1 to 5
     */
    public record Point(LocalDate date, double value) {}

    /**
     * What one evaluation says in words, exactly as written.
     *
     * @param rotation for instance "Internal Medicine, externship"
     * @param ended last day of the rotation
     * @param daysObserved null if not said
     */
    public record Comment(
            String rotation,
            String preceptor,
            LocalDate ended,
            Integer daysObserved,
            String strengths,
            String improvement) {}
}

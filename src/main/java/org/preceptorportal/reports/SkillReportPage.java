package org.preceptorportal.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A clinical-skill report as plain values.
 *
 * @param learnerLatinName in Latin letters; may be null or equal to the name
 * @param method version of the method of computation
 * @param inputs hash of all that went in, as hexadecimal digits
 * @param dataCutoff the newest included submission
 * @param zone in which moments are printed
 * @param evaluations how many submitted evaluations went in
 * @param preceptors how many people they come from
 * @param littleContact rotations whose preceptor saw too little of the learner to evaluate them
 * @param comments in the order of printing
 */
public record SkillReportPage(
        String learnerName,
        String learnerLatinName,
        String school,
        String method,
        String inputs,
        Instant dataCutoff,
        ZoneId zone,
        int evaluations,
        int preceptors,
        int littleContact,
        List<Domain> domains,
        List<Comment> comments) {
    public SkillReportPage {
        domains = List.copyOf(domains);
        comments = List.copyOf(comments);
        if (domains.isEmpty() || comments.isEmpty()) {
            throw new IllegalArgumentException("A report has domains and at least one evaluation");
        }
    }

    /**
     * One row of the table.
     *
     * @param evaluations how many evaluations rated the domain
     * @param ratings how many items they rated
     * @param notObserved how many items they marked as not observed
     * @param mean 1 to 5; null if nothing was rated
     * @param low lower end of the 95% interval; null if not estimable
     * @param high upper end; null if not estimable
     * @param points each evaluation's mean, by date
     */
    public record Domain(
            String label,
            int evaluations,
            int ratings,
            int notObserved,
            Double mean,
            Double low,
            Double high,
            List<Point> points) {
        public Domain {
            points = List.copyOf(points);
            if ((low == null) != (high == null) || (mean == null) != points.isEmpty()) {
                throw new IllegalArgumentException("The figures of a domain contradict each other");
            }
        }
    }

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

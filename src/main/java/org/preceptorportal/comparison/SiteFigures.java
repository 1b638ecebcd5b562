package org.preceptorportal.comparison;

import java.time.Instant;
import java.util.List;

/**
 * The figures of one rotation site beside the institution's others.
 *
 * @param learners different learners who were evaluated there
 * @param evaluations finals
 * @param leftOut how many of them are in no figure of all domains, so that none can be found
 * @param preceptors different authors
 * @param littleContact rotations whose preceptor saw too little to evaluate
 * @param daysToSubmit median days from the rotation's end to the submission; null when too few
 * @param lines one for each domain and scale; empty when below the minimum
 * @param shares evaluations by preceptor, by name; hidden ones together, so that none can be found
 * @param minimum fewest evaluations for which a preceptor's figures are shown
 */
public record SiteFigures(
        int learners,
        int evaluations,
        int leftOut,
        int preceptors,
        int littleContact,
        Double daysToSubmit,
        Instant dataCutoff,
        List<Line> lines,
        List<Share> shares,
        int minimum) {
    public SiteFigures {
        lines = List.copyOf(lines);
        shares = List.copyOf(shares);
    }

    /**
     * One domain on one scale.
     *
     * @param mean of the evaluations' means; null when nothing was rated
     * @param low lower end of its 95% interval; null when not estimable
     * @param high upper end
     * @param othersMean mean over the institution's other sites; null when nobody else rated
     */
    public record Line(
            String code,
            String label,
            String scale,
            int evaluations,
            int ratings,
            int notObserved,
            Double mean,
            Double low,
            Double high,
            Double othersMean) {}

    /**
     * @param preceptor name; null for those below the minimum and those hidden with them
     * @param preceptors how many it stands for
     * @param evaluations how many they submitted
     * @param mean of all their evaluations' means over one scale; null when hidden
     */
    public record Share(String preceptor, int preceptors, int evaluations, Double mean) {}
}

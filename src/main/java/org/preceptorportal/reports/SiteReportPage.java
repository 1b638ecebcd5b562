package org.preceptorportal.reports;

import java.util.List;
import java.util.Objects;

/**
 * What evaluations say at one rotation site, beside the institution's other sites.
 *
 * @param learners different ones who were evaluated there
 * @param evaluations submitted finals
 * @param leftOut how many of them are in no figure of all domains
 * @param preceptors different authors
 * @param littleContact rotations whose preceptor saw too little to evaluate them
 * @param days median days from the end of a rotation to the submission; null if none
 * @param domains empty below the minimum
 * @param shares of preceptors, by name; those hidden stand together
 * @param minimum fewest evaluations for which a preceptor's figures are shown
 */
public record SiteReportPage(
        String name,
        String institution,
        Method method,
        int learners,
        int evaluations,
        int leftOut,
        int preceptors,
        int littleContact,
        Double days,
        List<Domain> domains,
        List<Share> shares,
        int minimum) {
    public SiteReportPage {
        Objects.requireNonNull(method, "method");
        domains = List.copyOf(domains);
        shares = List.copyOf(shares);
    }

    /**
     * @param mean of the evaluations' means; null if nothing was rated
     * @param low lower end of its 95% interval; null if not estimable
     * @param high upper end; null if not estimable
     * @param othersMean over the other sites; null if nobody rated there
     */
    public record Domain(
            String label,
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
     * @param mean over all their evaluations; null if hidden
     */
    public record Share(String preceptor, int preceptors, int evaluations, Double mean) {}
}

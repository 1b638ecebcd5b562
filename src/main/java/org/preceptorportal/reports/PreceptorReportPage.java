package org.preceptorportal.reports;

import java.util.List;
import java.util.Objects;

/**
 * How one preceptor rates, beside their peers. For them and their coordinator only.
 *
 * @param name with credentials
 * @param evaluations submitted finals
 * @param learners how many people they are about
 * @param ratings items rated in the domains shown; null when hidden
 * @param notObserved items marked "not observed" there; null when hidden
 * @param straightLines evaluations with the same mark for every item; null when hidden
 * @param littleContact rotations of which they saw too little to evaluate them
 * @param days median days from the end of a rotation to the submission; null if hidden
 * @param peersDays the same for all others; null if none or hidden
 * @param levels the scale, lowest first
 * @param domains empty below the minimum
 * @param minimum fewest evaluations for which figures are shown
 */
public record PreceptorReportPage(
        String name,
        String institution,
        Method method,
        int evaluations,
        int learners,
        Integer ratings,
        Integer notObserved,
        Integer straightLines,
        int littleContact,
        Double days,
        Double peersDays,
        List<Level> levels,
        List<Domain> domains,
        int minimum) {
    public PreceptorReportPage {
        Objects.requireNonNull(method, "method");
        levels = List.copyOf(levels);
        domains = List.copyOf(domains);
    }

    /** Whether no domain has evaluations enough to show figures. */
    public boolean hidden() {
        return domains.isEmpty();
    }

    /**
     * @param used how many of the preceptor's ratings have this level
     * @param peersUsed how many of the others'
     */
    public record Level(int level, int used, int peersUsed) {}

    /**
     * @param mean of their evaluations' means; null if nothing was rated
     * @param deviation standard deviation of these; null for fewer than two
     * @param peersMean of all others' evaluations; null if nobody else rated, or hidden
     * @param leniency points above (+) or below (-) others who rated the same learners
     * @param shared learners whom others rated too
     */
    public record Domain(
            String label,
            int evaluations,
            Double mean,
            Double deviation,
            Double peersMean,
            Estimate leniency,
            int shared) {
        public Domain {
            Objects.requireNonNull(leniency, "leniency");
        }
    }
}

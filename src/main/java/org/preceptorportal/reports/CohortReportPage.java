package org.preceptorportal.reports;

import java.util.List;
import java.util.Objects;

/**
 * A cohort as a heat map, learner by domain, and what its figures can bear.
 *
 * @param title which learners they are, for instance "Season 2026-2027"
 * @param evaluations how many submitted evaluations went in
 * @param preceptors how many people they come from
 * @param littleContact rotations whose preceptor saw too little to evaluate them
 * @param learners in the order of printing: by name, never by score
 */
public record CohortReportPage(
        String title,
        String institution,
        Method method,
        int evaluations,
        int preceptors,
        int littleContact,
        List<Domain> domains,
        List<Learner> learners) {
    public CohortReportPage {
        Objects.requireNonNull(method, "method");
        domains = List.copyOf(domains);
        learners = List.copyOf(learners);
        int columns = domains.size();
        if (columns == 0 || learners.isEmpty()) {
            throw new IllegalArgumentException("A cohort has domains and learners");
        }
        if (learners.stream().anyMatch(l -> l.cells().size() != columns)) {
            throw new IllegalArgumentException("Each learner has one cell for each domain");
        }
    }

    /**
     * A column of the map.
     *
     * @param learners who were rated in it
     * @param notObserved items marked "not observed"
     * @param mean of the learners' means; null if nobody was rated
     * @param deviation standard deviation of the learners' means; null for fewer than two
     * @param band where the learners lie; null if too few were rated
     * @param estimable learners with a fair score
     * @param unlinked learners without one because their preceptors share no learner with others
     * @param sources where differences come from; null if not estimable
     * @param unsolved whether that is because the model has no solution, not for want of ratings
     */
    public record Domain(
            String label,
            int learners,
            int evaluations,
            Integer ratings,
            Integer notObserved,
            Double mean,
            Double deviation,
            Band band,
            int estimable,
            int unlinked,
            Sources sources,
            boolean unsolved) {}

    /**
     * Variances in squared points: how much of a rating is the learner's, the preceptor's leniency,
     * and neither's.
     *
     * @param neededRaw preceptors a raw mean takes for a reliability of 0.70; null if learners do
     *     not differ
     * @param needed the same with leniency taken out
     */
    public record Sources(
            double learners, double preceptors, double rest, Integer neededRaw, Integer needed) {}

    /**
     * A row of the map.
     *
     * @param cells one for each domain
     */
    public record Learner(String name, String code, List<Cell> cells) {
        public Learner {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param mean 1 to 5; null if nothing was rated
     * @param evaluations how many rated it
     */
    public record Cell(Double mean, int evaluations) {}
}

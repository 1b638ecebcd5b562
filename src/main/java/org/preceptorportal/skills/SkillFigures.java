package org.preceptorportal.skills;

import java.time.Instant;
import java.util.List;

/**
 * The figures of one learner.
 *
 * @param evaluations how many submitted evaluations went in
 * @param preceptors how many different preceptors wrote them
 * @param dataCutoff the newest submission among them
 */
public record SkillFigures(
        int evaluations, int preceptors, Instant dataCutoff, List<DomainFigure> domains) {
    public SkillFigures {
        domains = List.copyOf(domains);
    }
}

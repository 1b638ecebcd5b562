package org.preceptorportal.skills;

import java.util.List;

/**
 * A learner's newest report, for its page.
 *
 * @param report null when none was made yet
 * @param rows the figures of that report
 * @param waiting submitted evaluations that came after it; the next night includes them
 */
public record SkillReportView(
        long learnerId,
        String learner,
        String learnerLatin,
        SkillReport report,
        List<FigureRow> rows,
        int waiting) {}

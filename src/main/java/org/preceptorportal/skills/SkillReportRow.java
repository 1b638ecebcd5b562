package org.preceptorportal.skills;

import java.time.Instant;

/** A learner's newest report in a list. */
public record SkillReportRow(
        long learnerId, String learner, String learnerLatin, int evaluations, Instant dataCutoff) {}

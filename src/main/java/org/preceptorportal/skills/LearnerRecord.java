package org.preceptorportal.skills;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.preceptorportal.evaluation.SubmittedEvaluation;
import org.preceptorportal.store.Sha256;

/**
 * Everything a learner's report is made of.
 *
 * @param evaluations submitted up to the night's cut-off, at least one
 * @param littleContact rotations whose preceptor saw too little of the learner to evaluate them, up
 *     to the cut-off
 * @param latestKey key of the newest report there is, or null
 */
public record LearnerRecord(
        long learnerId,
        long tenantId,
        String code,
        String name,
        String latinName,
        String school,
        ZoneId zone,
        List<SubmittedEvaluation> evaluations,
        Map<Long, RotationFacts> rotations,
        int littleContact,
        Sha256 latestKey) {}

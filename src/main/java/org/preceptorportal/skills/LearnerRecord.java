package org.preceptorportal.skills;

import java.time.ZoneId;
import java.util.List;
import org.preceptorportal.calibration.Standing;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.store.Sha256;

/**
 * Everything a learner's report is made of.
 *
 * @param finals submitted up to the night's cut-off, at least one: what they say in words
 * @param sheets their marks, and those of the middles
 * @param littleContact rotations whose preceptor saw too little of the learner to evaluate them, up
 *     to the cut-off
 * @param standing what the night's calibration says of the learner
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
        List<Narrative> finals,
        List<Sheet> sheets,
        Standing standing,
        int littleContact,
        Sha256 latestKey) {}

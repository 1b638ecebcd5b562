package org.preceptorportal.skills;

import java.time.Instant;
import org.preceptorportal.store.Sha256;

/**
 * A report that was made and kept.
 *
 * @param evaluations how many submitted evaluations went in
 * @param dataCutoff the newest of them
 */
public record SkillReport(
        long id, long learnerId, Sha256 pdf, Sha256 csv, int evaluations, Instant dataCutoff) {}

package org.preceptorportal.skills;

import java.time.Instant;
import org.preceptorportal.store.Sha256;

/**
 * A report that was just drawn and is not yet kept.
 *
 * @param key hash of all its inputs
 */
public record MadeReport(
        long learnerId, Sha256 key, byte[] pdf, byte[] csv, int evaluations, Instant dataCutoff) {}

package org.preceptorportal.overview;

import java.time.Instant;
import org.preceptorportal.store.Sha256;

/** A report that was just made. */
public record MadeGroup(
        GroupKind kind,
        long subject,
        Sha256 key,
        byte[] pdf,
        byte[] csv,
        int evaluations,
        Instant dataCutoff) {}

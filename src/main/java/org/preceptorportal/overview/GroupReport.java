package org.preceptorportal.overview;

import java.time.Instant;
import org.preceptorportal.store.Sha256;

/**
 * A kept report.
 *
 * @param subject the preceptor, the site, or of a cohort the institution
 * @param name of the subject; of a cohort, the season's
 * @param evaluations how many went in
 * @param dataCutoff the newest submission among them
 */
public record GroupReport(
        long id,
        long tenant,
        GroupKind kind,
        long subject,
        String season,
        String name,
        int evaluations,
        Instant dataCutoff,
        Sha256 pdf,
        Sha256 csv) {}

package org.preceptorportal.card;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A rotation's card as it is now.
 *
 * @param code for the address {@code /evaluation/encounter?card=CODE}
 * @param from the first day on which it works, at the site
 * @param until the last day on which it works, at the site
 * @param revokedAt when it was withdrawn, or null
 */
public record Card(
        long id,
        long tenantId,
        long rotationId,
        String code,
        LocalDate from,
        LocalDate until,
        Instant madeAt,
        Instant revokedAt)
        implements Serializable {
    public boolean revoked() {
        return revokedAt != null;
    }
}

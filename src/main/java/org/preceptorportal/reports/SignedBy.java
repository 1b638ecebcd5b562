package org.preceptorportal.reports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * The signature as it is printed.
 *
 * @param meaning what the signer stated by signing
 * @param zone in which the time is printed
 */
public record SignedBy(String name, String meaning, Instant at, ZoneId zone) {
    public SignedBy {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(meaning, "meaning");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(zone, "zone");
    }
}

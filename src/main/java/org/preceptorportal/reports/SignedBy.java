package org.preceptorportal.reports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * One author's signature as it is printed.
 *
 * @param title under the name; may be null; line feeds start new lines
 * @param meaning what the signer stated by signing
 * @param at null in a draft, and for an author who signs after the page was drawn: the first
 *     signature fixes the page, so a later one's time is in the digital signature only
 * @param zone in which the time is printed
 */
public record SignedBy(String name, String title, String meaning, Instant at, ZoneId zone) {
    public SignedBy {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(meaning, "meaning");
        Objects.requireNonNull(zone, "zone");
    }
}

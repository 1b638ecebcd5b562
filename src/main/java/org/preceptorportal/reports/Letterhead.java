package org.preceptorportal.reports;

import java.util.List;
import java.util.Objects;

/**
 * Whose paper it is.
 *
 * @param phone may be null
 * @param email may be null
 */
public record Letterhead(
        String institution, List<String> addressLines, String phone, String email) {
    public Letterhead {
        Objects.requireNonNull(institution, "institution");
        addressLines = List.copyOf(addressLines);
    }
}

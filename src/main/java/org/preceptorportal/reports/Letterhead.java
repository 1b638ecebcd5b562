package org.preceptorportal.reports;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whose paper it is.
 *
 * @param phone may be null
 * @param email may be null
 * @param logo stands beside the name
 */
public record Letterhead(
        String institution,
        List<String> addressLines,
        String phone,
        String email,
        Optional<Logo> logo) {
    public Letterhead {
        Objects.requireNonNull(institution, "institution");
        Objects.requireNonNull(logo, "logo");
        addressLines = List.copyOf(addressLines);
    }

    /** Without a logo. */
    public Letterhead(String institution, List<String> addressLines, String phone, String email) {
        this(institution, addressLines, phone, email, Optional.empty());
    }
}

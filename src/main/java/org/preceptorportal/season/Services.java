package org.preceptorportal.season;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The services that take letters in a season, and what they ask for.
 *
 * @param profiles in the order in which pages name them
 * @param ownPdfBytes largest PDF that an author may bring
 * @param ownPdfPages most pages of it
 * @param portalForms specialties whose standardized letter is typed into the service's own pages
 */
public record Services(
        List<Profile> profiles, long ownPdfBytes, int ownPdfPages, List<PortalForm> portalForms) {
    /**
     * A standardized letter that its service takes in its own form only.
     *
     * @param specialty applied for
     * @param profile of the service
     * @param form the code of the structure that gives the answers
     */
    public record PortalForm(String specialty, String profile, String form) {}

    public Services {
        profiles = List.copyOf(profiles);
        portalForms = List.copyOf(portalForms);
    }

    /**
     * @throws IllegalArgumentException when there is none
     */
    public Profile profile(String code) {
        return profiles.stream()
                .filter(p -> p.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no profile " + code));
    }

    /**
     * The form that this specialty's letters are typed into; the track behind it does not count.
     */
    public Optional<PortalForm> portalForm(String specialty) {
        String asked = specialty == null ? "" : specialty.toLowerCase(Locale.ROOT);
        return portalForms.stream()
                .filter(f -> asked.startsWith(f.specialty().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}

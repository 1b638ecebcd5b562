package org.preceptorportal.season;

import java.util.List;
import java.util.Set;

/**
 * The services that take letters in a season, and what they ask for.
 *
 * @param profiles in the order in which pages name them
 * @param texts of letters without layout
 * @param ownPdfBytes largest PDF that an author may bring
 * @param ownPdfPages most pages of it
 * @param portalForms codes of the structures that services take in their own pages only
 */
public record Services(
        List<Profile> profiles,
        List<TextProfile> texts,
        long ownPdfBytes,
        int ownPdfPages,
        Set<String> portalForms) {
    public Services {
        profiles = List.copyOf(profiles);
        texts = List.copyOf(texts);
        portalForms = Set.copyOf(portalForms);
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
}

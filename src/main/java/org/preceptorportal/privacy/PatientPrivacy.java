package org.preceptorportal.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds what may point at a patient. Keeps nothing, asks nobody. */
@ApplicationScoped
public class PatientPrivacy {
    /**
     * @param text free text; null and blank have no hits
     * @param knownNames names of learner, preceptor, colleagues and sites, whole; any part of one
     *     is known too, whatever its accents
     * @return the hits in the order of the text; they do not overlap
     */
    public List<PrivacyHit> check(String text, Collection<String> knownNames) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        Passage passage = new Passage(text, Lexicon.parts(knownNames));
        List<PrivacyHit> found = new ArrayList<>();
        // The surest first: where two meet, the earlier one stays.
        ContactRules.find(passage, found);
        NumberRules.find(passage, found);
        DateRules.find(passage, found);
        PlaceRules.find(passage, found);
        NameRules.find(passage, found);
        List<PrivacyHit> hits = new ArrayList<>();
        for (PrivacyHit hit : found) {
            if (hits.stream().noneMatch(hit::meets)) {
                hits.add(hit);
            }
        }
        hits.sort(Comparator.comparingInt(PrivacyHit::start));
        return List.copyOf(hits);
    }
}

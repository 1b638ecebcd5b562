package org.preceptorportal.hint;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a letter is compared with: only what its author may know.
 *
 * @param learner the names of whom it is about, in every script
 * @param known names that are no patient's: the author, colleagues, sites
 * @param others whole names of learners the author has met, without this one
 * @param earlier names of whom the text was taken from, any part of which counts; empty when it was
 *     not taken from another letter
 * @param programs names of programs and of their institutions
 * @param rated item code to the author's best rating of this learner, 1 to 5
 * @param past the texts of the author's earlier letters
 * @param open what a structure left to be answered, as it stands in a text
 * @param pages the letter has now
 */
public record LetterRecords(
        List<String> learner,
        List<String> known,
        List<String> others,
        List<String> earlier,
        List<String> programs,
        Map<String, Integer> rated,
        List<String> past,
        Set<String> open,
        int pages) {
    public LetterRecords {
        learner = List.copyOf(learner);
        known = List.copyOf(known);
        others = List.copyOf(others);
        earlier = List.copyOf(earlier);
        programs = List.copyOf(programs);
        rated = Map.copyOf(rated);
        past = List.copyOf(past);
        open = Set.copyOf(open);
    }

    /** Never logged: it holds names and letters. */
    @Override
    public String toString() {
        return "LetterRecords[]";
    }
}

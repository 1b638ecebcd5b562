package org.preceptorportal.evaluation;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything a preceptor has answered so far.
 *
 * @param ratings by item code, 1 to 5; a null value means "not observed", a missing key "not yet
 *     answered"
 * @param strengths free text, never null
 * @param improvement free text, never null
 * @param daysObserved days on which the preceptor saw the learner at work, or null
 */
public record Answers(
        Map<String, Integer> ratings, String strengths, String improvement, Integer daysObserved)
        implements Serializable {
    /** Characters a text may have. */
    public static final int LONGEST_TEXT = 10_000;

    /** Days that can be observed in one rotation. */
    public static final int MOST_DAYS = 366;

    public Answers {
        ratings = Collections.unmodifiableMap(new TreeMap<>(ratings));
        strengths = tidy(strengths);
        improvement = tidy(improvement);
        for (Integer rating : ratings.values()) {
            if (rating != null && (rating < 1 || rating > 5)) {
                throw new IllegalArgumentException("a rating is 1 to 5");
            }
        }
        if (strengths.length() > LONGEST_TEXT || improvement.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a text is too long");
        }
        if (daysObserved != null && (daysObserved < 0 || daysObserved > MOST_DAYS)) {
            throw new IllegalArgumentException("days observed are 0 to " + MOST_DAYS);
        }
    }

    /** Browsers send line breaks as two characters but count one. */
    private static String tidy(String text) {
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }

    public static Answers none() {
        return new Answers(Map.of(), "", "", null);
    }
}

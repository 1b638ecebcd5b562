package org.preceptorportal.shell;

import java.time.Instant;
import java.util.Objects;

/**
 * One sentence of the start page, with at most one button.
 *
 * @param urgency where it stands
 * @param due until when, or null; the page words it, so the sentence need not
 * @param sentence worded by the room's bundle, for instance "Evaluation of Linh Nguyễn. About 3
 *     minutes."
 * @param button a verb ("Start"), or null when there is nothing to press
 * @param outcome path within the portal, query included ({@code /evaluation/form?id=7}), or null
 */
public record Task(Urgency urgency, Instant due, String sentence, String button, String outcome) {

    /** In order of the page. */
    public enum Urgency {
        /** The caller's turn. */
        NOW,
        /** Somebody else's turn. */
        WAITING,
        /** Lately finished. */
        DONE
    }

    public Task {
        Objects.requireNonNull(urgency, "a task has an urgency");
        Objects.requireNonNull(sentence, "a task says what it is");
        if ((button == null) != (outcome == null)) {
            throw new IllegalArgumentException(
                    "a button leads somewhere, and a way needs a button");
        }
        if (outcome != null && (!outcome.startsWith("/") || outcome.startsWith("//"))) {
            throw new IllegalArgumentException("an outcome is a path within the portal");
        }
    }
}

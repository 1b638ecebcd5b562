package org.preceptorportal.audit;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an examination of a chain found.
 *
 * @param events how many were read
 * @param finding the first thing that is wrong
 * @param firstBroken the number of the first event that it is about
 * @param anchored the newest event that somebody outside the trail saw, if it is still the same
 */
public record Verdict(
        long events, Finding finding, OptionalLong firstBroken, Optional<Witness.Head> anchored) {

    public enum Finding {
        WHOLE,
        /** The event was altered or inserted, or the one before it is gone. */
        ALTERED,
        /** The chain fits, but the event is not the one that was there when it was anchored. */
        REWRITTEN,
        /** The event was anchored and is gone, with all behind it. */
        CUT,
        /** The anchor of this event is not what was put under the time-stamp. */
        FALSE_ANCHOR
    }

    public boolean whole() {
        return finding == Finding.WHOLE;
    }
}

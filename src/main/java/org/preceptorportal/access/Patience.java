package org.preceptorportal.access;

import java.time.Duration;

/** How long wrong passwords make an account wait (AC-5). */
final class Patience {
    private static final int FREE_TRIES = 4;
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private Patience() {}

    /** Nothing for the first four, then 5 seconds, doubled each time, at most 15 minutes. */
    static Duration afterFailures(int failures) {
        if (failures <= FREE_TRIES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE_TRIES - 1, 20);
        Duration wait = FIRST.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}

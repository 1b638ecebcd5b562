package org.preceptorportal.season;

import java.time.LocalTime;
import java.util.Arrays;

/** Ladders for tests. */
public final class SampleLadder {
    private SampleLadder() {}

    /** Quiet from 19:00 to 08:00 and on weekends, three mails a week, escalation after ten days. */
    public static ReminderLadder of(String... steps) {
        return new ReminderLadder(
                Arrays.stream(steps).map(ReminderStep::of).toList(),
                LocalTime.of(19, 0),
                LocalTime.of(8, 0),
                false,
                3,
                10);
    }
}

package org.preceptorportal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DatesTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private final Dates dates = new Dates();

    {
        dates.clock = Clock.fixed(Instant.parse("2026-11-21T15:00:00Z"), ZoneOffset.UTC);
    }

    @Test
    void saysDayTimeZoneAndDistance() {
        assertThat(dates.when(Instant.parse("2026-11-27T22:00:00Z"), NEW_YORK))
                .isEqualTo("Fri 27 Nov 2026, 17:00 EST (in 6 days)");
    }

    @Test
    void namesSummerTimeOfThatDay() {
        assertThat(dates.when(Instant.parse("2026-07-01T16:00:00Z"), NEW_YORK))
                .isEqualTo("Wed 1 Jul 2026, 12:00 EDT (5 months ago)");
    }

    @Test
    void countsDaysByTheCalendarOfTheReader() {
        // 20 hours ahead and 24 hours ago, both on the neighboring day.
        assertThat(dates.when(Instant.parse("2026-11-22T11:00:00Z"), NEW_YORK))
                .endsWith("(tomorrow)");
        assertThat(dates.when(Instant.parse("2026-11-20T15:00:00Z"), NEW_YORK))
                .endsWith("(yesterday)");
    }

    @Test
    void countsHoursAndMinutesWhenItIsNear() {
        assertThat(dates.when(Instant.parse("2026-11-21T15:20:00Z"), NEW_YORK))
                .endsWith("(in 20 minutes)");
        assertThat(dates.when(Instant.parse("2026-11-21T14:00:00Z"), NEW_YORK))
                .endsWith("(1 hour ago)");
        assertThat(dates.when(Instant.parse("2026-11-21T15:00:10Z"), NEW_YORK)).endsWith("(now)");
    }

    @Test
    void writesDaysWithoutTime() {
        assertThat(dates.day(LocalDate.of(2026, 11, 3))).isEqualTo("Tue 3 Nov 2026");
        assertThat(dates.day(null)).isEmpty();
    }
}

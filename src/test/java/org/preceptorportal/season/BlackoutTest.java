package org.preceptorportal.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S10: programs are left alone from Monday 10:00 to Thursday 21:00 of their week. */
class BlackoutTest {
    private final Seasons seasons = new Seasons();

    @BeforeEach
    void read() {
        seasons.read();
    }

    @Test
    void holdsMailsToProgramsUntilItIsOver() {
        Season season = seasons.get("2027");
        Instant from = Instant.parse("2027-03-15T14:00:00Z");
        Instant until = Instant.parse("2027-03-19T01:00:00Z");
        assertThat(season.mayWriteToPrograms(from.minusSeconds(1))).isEqualTo(from.minusSeconds(1));
        assertThat(season.mayWriteToPrograms(from)).isEqualTo(until);
        assertThat(season.mayWriteToPrograms(until.minusSeconds(1))).isEqualTo(until);
        assertThat(season.mayWriteToPrograms(until)).isEqualTo(until);
    }

    @Test
    void fallsIntoItsSeasonFromMondayToThursday() {
        for (Season season : seasons.all()) {
            ZonedDateTime from = season.soap().from().atZone(ZoneId.of("America/New_York"));
            ZonedDateTime until = season.soap().until().atZone(ZoneId.of("America/New_York"));
            assertThat(from.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(until.getDayOfWeek()).isEqualTo(DayOfWeek.THURSDAY);
            assertThat(season.covers(from.toLocalDate())).isTrue();
        }
    }

    @Test
    void refusesOneThatEndsBeforeItBegins() {
        Instant now = Instant.parse("2027-03-15T14:00:00Z");
        assertThatThrownBy(() -> new Season.Blackout(now, now))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

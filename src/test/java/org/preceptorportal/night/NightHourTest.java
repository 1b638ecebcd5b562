package org.preceptorportal.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preceptorportal.season.SampleLadder;
import org.preceptorportal.season.Season;

/** NI-5. */
class NightHourTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @Test
    void startsAtTheSeasonsHourInItsZone() {
        assertThat(NightHour.on(LocalDate.of(2026, 11, 22), at("02:00")))
                .isEqualTo("2026-11-22T07:00:00Z");
        assertThat(NightHour.on(LocalDate.of(2026, 7, 4), at("02:00")))
                .isEqualTo("2026-07-04T06:00:00Z");
    }

    @Test
    void startsRightAfterAnHourTheClocksSkip() {
        LocalDate spring = LocalDate.of(2027, 3, 14);
        assertThat(NightHour.on(spring, at("02:00"))).isEqualTo("2027-03-14T07:00:00Z");
        assertThat(NightHour.on(spring, at("02:30"))).isEqualTo("2027-03-14T07:00:00Z");
        assertThat(NightHour.on(spring, at("03:00"))).isEqualTo("2027-03-14T07:00:00Z");
    }

    @Test
    void startsOnceInAnHourTheClocksRepeat() {
        LocalDate autumn = LocalDate.of(2026, 11, 1);
        assertThat(NightHour.on(autumn, at("01:30"))).isEqualTo("2026-11-01T05:30:00Z");
        assertThat(NightHour.due(at("01:30"), Instant.parse("2026-11-01T05:30:00Z"), LONG_AGO))
                .contains(autumn);
        assertThat(NightHour.due(at("01:30"), Instant.parse("2026-11-01T06:30:00Z"), LONG_AGO))
                .as("the second 01:30 belongs to the same night")
                .contains(autumn);
    }

    @Test
    void isDueFromItsHourForSixHours() {
        assertThat(due("2026-11-22T06:59:59Z", LONG_AGO)).isEmpty();
        assertThat(due("2026-11-22T07:00:00Z", LONG_AGO)).contains(LocalDate.of(2026, 11, 22));
        assertThat(due("2026-11-22T12:59:59Z", LONG_AGO)).contains(LocalDate.of(2026, 11, 22));
        assertThat(due("2026-11-22T13:00:00Z", LONG_AGO)).isEmpty();
    }

    @Test
    void catchesUpOverMidnight() {
        assertThat(NightHour.due(at("23:00"), Instant.parse("2026-11-23T05:30:00Z"), LONG_AGO))
                .as("half past midnight in New York")
                .contains(LocalDate.of(2026, 11, 22));
    }

    @Test
    void leavesOutAnInstitutionThatBeganAfterTheHour() {
        assertThat(due("2026-11-22T09:00:00Z", Instant.parse("2026-11-22T08:00:00Z"))).isEmpty();
        assertThat(due("2026-11-23T07:00:00Z", Instant.parse("2026-11-22T08:00:00Z")))
                .contains(LocalDate.of(2026, 11, 23));
    }

    private static java.util.Optional<LocalDate> due(String now, Instant began) {
        return NightHour.due(at("02:00"), Instant.parse(now), began);
    }

    private static Season at(String hour) {
        return new Season(
                "2027",
                "2027 season",
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2027, 5, 31),
                Map.of("DIRECT", 4),
                LocalTime.parse(hour),
                ZoneId.of("America/New_York"),
                14,
                21,
                5,
                null,
                SampleLadder.of("due"));
    }
}

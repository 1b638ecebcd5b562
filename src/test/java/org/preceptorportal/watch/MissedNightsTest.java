package org.preceptorportal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;

/** Which night must have begun by now; in New York, at two in the morning. */
class MissedNightsTest {
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);
    private static final Instant HOUR = Instant.parse("2026-11-22T07:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void aNightIsMissedOnlyAfterItsGrace() {
        assertThat(due(LONG_AGO, LONG_AGO, HOUR.plusSeconds(60))).isEmpty();
        assertThat(due(LONG_AGO, LONG_AGO, HOUR.plus(MissedNights.GRACE))).contains(NIGHT);
    }

    @Test
    void beforeTonightsHourYesterdaysNightCounts() {
        assertThat(due(LONG_AGO, LONG_AGO, HOUR.minusSeconds(1))).contains(NIGHT.minusDays(1));
    }

    @Test
    void aPortalThatHasJustStartedFirstCatchesUp() {
        Instant noon = HOUR.plusSeconds(36_000);

        assertThat(due(LONG_AGO, noon, noon.plusSeconds(60))).isEmpty();
        assertThat(due(LONG_AGO, noon, noon.plus(MissedNights.GRACE))).contains(NIGHT);
    }

    @Test
    void anInstitutionMissesNoNightBeforeItBegan() {
        assertThat(due(HOUR.plusSeconds(1), LONG_AGO, HOUR.plusSeconds(36_000))).isEmpty();
    }

    private static Optional<LocalDate> due(Instant began, Instant started, Instant now) {
        return MissedNights.due(season(), began, started, now);
    }

    private static Season season() {
        Seasons seasons = new Seasons();
        seasons.read();
        return seasons.of(NIGHT);
    }
}

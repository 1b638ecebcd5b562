package org.preceptorportal.night;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.stream.Stream;
import org.preceptorportal.season.Season;

/** When a night begins (NI-5). */
public final class NightHour {
    /** How long after its hour a missed night is still started. */
    static final Duration CATCH_UP = Duration.ofHours(6);

    private NightHour() {}

    /**
     * The season's hour on a date. Where the clocks skip that hour, the first instant after the
     * skip; where they repeat it, the first of the two.
     */
    public static Instant on(LocalDate date, Season season) {
        LocalDateTime local = date.atTime(season.nightAt());
        ZoneOffsetTransition change = season.zone().getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(season.zone()).toInstant();
    }

    /**
     * The business date whose night should be under way or over by now.
     *
     * @param began the institution's first deed
     * @return empty when none is due, the hour was missed too long ago, or the institution had not
     *     begun by then
     */
    static Optional<LocalDate> due(Season season, Instant now, Instant began) {
        LocalDate today = LocalDate.ofInstant(now, season.zone());
        return Stream.of(today, today.minusDays(1))
                .filter(
                        date -> {
                            Instant hour = on(date, season);
                            return !now.isBefore(hour)
                                    && now.isBefore(hour.plus(CATCH_UP))
                                    && !began.isAfter(hour);
                        })
                .findFirst();
    }
}

package org.preceptorportal.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Moments and days as people read them: "Fri 27 Nov 2026, 17:00 EST (in 6 days)". The zone is
 * always named, because a preceptor, a learner and a program may sit in three.
 */
@Named("dates")
@ApplicationScoped
public class Dates {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.US);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm zzz", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.US);

    @Inject Clock clock;
    @Inject CallerZone zone;

    /** In the zone of the caller's institution, with the distance from now; empty for null. */
    public String when(Instant moment) {
        return moment == null ? "" : when(moment, zone.get());
    }

    /** In a given zone: for mails and for the night, where nobody is calling. */
    public String when(Instant moment, ZoneId in) {
        return MOMENT.format(moment.atZone(in)) + " (" + distance(moment, in) + ")";
    }

    /** Without the distance, for records and tables: "Fri 27 Nov 2026, 17:00 EST". */
    public String moment(Instant moment) {
        return moment == null ? "" : MOMENT.format(moment.atZone(zone.get()));
    }

    /** "14:02", in the caller's zone. */
    public String time(Instant moment) {
        return moment == null ? "" : TIME.format(moment.atZone(zone.get()));
    }

    /** This moment, for a person to write down: "Fri 27 Nov 2026, 17:00 EST". */
    public String getNow() {
        return moment(clock.instant());
    }

    /** "Fri 27 Nov 2026"; empty for null. */
    public String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    private String distance(Instant moment, ZoneId in) {
        Duration ahead = Duration.between(clock.instant(), moment);
        long minutes = Math.round(Math.abs(ahead.toSeconds()) / 60.0);
        LocalDate today = LocalDate.ofInstant(clock.instant(), in);
        long days = ChronoUnit.DAYS.between(today, LocalDate.ofInstant(moment, in));
        if (minutes < 1) {
            return "now";
        }
        if (minutes < 60) {
            return phrase(minutes, "minute", !ahead.isNegative());
        }
        if (minutes < 12 * 60 || days == 0) {
            return phrase(Math.round(minutes / 60.0), "hour", !ahead.isNegative());
        }
        if (days == 1) {
            return "tomorrow";
        }
        if (days == -1) {
            return "yesterday";
        }
        long distance = Math.abs(days);
        return distance < 60
                ? phrase(distance, "day", days > 0)
                : phrase(Math.round(distance / 30.4), "month", days > 0);
    }

    private static String phrase(long n, String unit, boolean ahead) {
        String amount = n + " " + unit + (n == 1 ? "" : "s");
        return ahead ? "in " + amount : amount + " ago";
    }
}

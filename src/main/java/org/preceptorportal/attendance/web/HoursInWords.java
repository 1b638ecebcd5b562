package org.preceptorportal.attendance.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.preceptorportal.shell.Words;

/** Hours and days as the calendar of a log says them. */
@Named("attendanceHours")
@ApplicationScoped
public class HoursInWords {
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.US);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.US);

    @Inject Words words;

    /** "7.5 hours". */
    public String of(int minutes) {
        return words.say("attendance", "hours", minutes / 60.0);
    }

    /** "7.5 h", for a small place. */
    public String brief(int minutes) {
        return words.say("attendance", "hours.brief", minutes / 60.0);
    }

    /** "Mon". */
    public String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** "23 Nov". */
    public String date(LocalDate day) {
        return SHORT.format(day);
    }
}

package org.preceptorportal.attendance;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * One rotation's log as its pages show it.
 *
 * @param today the date at the site
 * @param minutesADay what one tap logs unless the learner says otherwise
 * @param version of the log that is shown; 0 while there is none
 * @param weeks from Monday to Sunday, the rotation's and those of every logged day
 */
public record AttendanceSheet(
        long rotationId,
        String learner,
        String learnerLatin,
        String preceptor,
        String specialty,
        String site,
        LocalDate start,
        LocalDate end,
        LocalDate today,
        int minutesADay,
        int version,
        Attendance figures,
        Instant reopenedAt,
        String reopenReason,
        List<Week> weeks)
        implements Serializable {

    /** Seven days. */
    public record Week(LocalDate monday, List<Day> days) implements Serializable {
        public int minutes() {
            return days.stream().mapToInt(Day::minutes).sum();
        }

        /** True while a day from Monday to Friday may be logged and is not yet. */
        public boolean fillable() {
            return days.stream().anyMatch(d -> d.weekday() && d.loggable() && !d.logged());
        }
    }

    /**
     * @param minutes on site; 0 when not logged
     * @param inside the rotation
     * @param loggable inside and not in the future
     */
    public record Day(LocalDate date, int minutes, boolean inside, boolean loggable)
            implements Serializable {
        public boolean logged() {
            return minutes > 0;
        }

        public boolean weekday() {
            return date.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
        }
    }

    /** The calendar of a rotation: whole weeks, with what was logged. */
    static List<Week> weeks(
            LocalDate start, LocalDate end, LocalDate today, SortedMap<LocalDate, Integer> logged) {
        LocalDate first = earlier(start, logged.isEmpty() ? start : logged.firstKey());
        LocalDate last = later(end, logged.isEmpty() ? end : logged.lastKey());
        List<Week> weeks = new ArrayList<>();
        LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            weeks.add(
                    new Week(
                            monday,
                            Stream.iterate(monday, d -> d.plusDays(1))
                                    .limit(7)
                                    .map(d -> day(d, start, end, today, logged))
                                    .toList()));
        }
        return weeks;
    }

    private static Day day(
            LocalDate date,
            LocalDate start,
            LocalDate end,
            LocalDate today,
            SortedMap<LocalDate, Integer> logged) {
        boolean inside = !date.isBefore(start) && !date.isAfter(end);
        return new Day(date, logged.getOrDefault(date, 0), inside, inside && !date.isAfter(today));
    }

    /** A fifth of the week's hours, to the half hour; at least half an hour. */
    static int minutesADay(int hoursPerWeek) {
        long halves = Math.round(hoursPerWeek * 2 / 5.0);
        return (int)
                Math.max(
                        AttendanceLog.STEP,
                        Math.min(AttendanceLog.MOST_MINUTES, halves * AttendanceLog.STEP));
    }

    /** True from the rotation's last day on, with days in an open log (AT-3). */
    public boolean attestable() {
        return !figures.attested() && figures.daysLogged() > 0 && !today.isBefore(end);
    }

    /** True while the learner may log. */
    public boolean open() {
        return !figures.attested();
    }

    /** True before the rotation begins. */
    public boolean upcoming() {
        return today.isBefore(start);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}

package org.preceptorportal.reminder;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.preceptorportal.season.ReminderLadder;
import org.preceptorportal.season.ReminderStep;

/**
 * Which step of the season's ladder a duty stands at. Pure: days in, a step out.
 *
 * @param steps the season's
 * @param opens the day from which the evaluation may be written
 * @param due the day on which it is due
 * @param asked the day for which the preceptor asked to be reminded; null for none
 */
record Ladder(ReminderLadder steps, LocalDate opens, LocalDate due, LocalDate asked) {
    /** Begins the code of the step that a preceptor asked for; its day follows. */
    static final String ASKED = "asked:";

    /** Whether reminders leave at this local moment at all (RE-1). */
    static boolean open(ReminderLadder ladder, LocalDateTime now) {
        return !ladder.quiet(now.toLocalTime()) && !ladder.dayOff(now.toLocalDate());
    }

    /**
     * The code of the step to take now: the latest one that has come, unless it was taken (RE-3).
     * Until the day that was asked for there is none, and on that day there is one (RE-4).
     *
     * @param today the recipient's day
     * @param taken codes of the steps this preceptor has been reminded by
     */
    Optional<String> step(LocalDate today, Set<String> taken) {
        if (asked != null && asked.isAfter(today)) {
            return Optional.empty();
        }
        Optional<ReminderStep> latest =
                steps.steps().stream()
                        .filter(each -> !day(each).isAfter(today))
                        // A step before the due day may fall before the opening, which then counts.
                        .max(Comparator.comparing(this::day).thenComparing(steps.steps()::indexOf));
        boolean askedCounts =
                asked != null && latest.map(each -> !day(each).isAfter(asked)).orElse(true);
        return (askedCounts ? Optional.of(ASKED + asked) : latest.map(ReminderStep::code))
                .filter(code -> !taken.contains(code));
    }

    /** The day of the next reminder, if nothing ends the duty before; empty after the last. */
    Optional<LocalDate> next(LocalDate today, Set<String> taken) {
        LocalDate from = asked != null && asked.isAfter(today) ? asked : today;
        return Stream.concat(Stream.of(from), steps.steps().stream().map(this::day).sorted())
                .filter(day -> !day.isBefore(from))
                .filter(day -> step(day, taken).isPresent())
                .findFirst()
                .map(this::workday);
    }

    /** Whether the coordinators are to be told (RE-7). */
    boolean escalates(LocalDate today) {
        return !due.plusDays(steps.escalateDays()).isAfter(today);
    }

    private LocalDate day(ReminderStep step) {
        return step.day(opens, due);
    }

    private LocalDate workday(LocalDate day) {
        return Stream.iterate(day, each -> each.plusDays(1))
                .filter(each -> !steps.dayOff(each))
                .findFirst()
                .orElseThrow();
    }
}

package org.preceptorportal.reminder;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.preceptorportal.season.ReminderLadder;
import org.preceptorportal.season.ReminderStep;

/** Which step of the season's ladder a duty stands at. Pure: days in, a step out. */
final class Ladder {
    private Ladder() {}

    /** Whether reminders leave at this local moment at all (RE-1). */
    static boolean open(ReminderLadder ladder, LocalDateTime now) {
        return !ladder.quiet(now.toLocalTime()) && !ladder.dayOff(now.toLocalDate());
    }

    /**
     * The step to take now: the latest one that has come due, unless it was taken (RE-3).
     *
     * @param opens the day from which the evaluation may be written
     * @param due the day on which it is due
     * @param today the recipient's day
     * @param taken codes of the steps this preceptor has been reminded by
     */
    static Optional<ReminderStep> step(
            ReminderLadder ladder,
            LocalDate opens,
            LocalDate due,
            LocalDate today,
            Set<String> taken) {
        return ladder.steps().stream()
                .filter(each -> !each.day(opens, due).isAfter(today))
                // A step before the due day may fall before the opening: the opening is then later.
                .max(
                        Comparator.comparing((ReminderStep each) -> each.day(opens, due))
                                .thenComparing(ladder.steps()::indexOf))
                .filter(each -> !taken.contains(each.code()));
    }

    /** Whether the coordinators are to be told (RE-7). */
    static boolean escalates(ReminderLadder ladder, LocalDate due, LocalDate today) {
        return !due.plusDays(ladder.escalateDays()).isAfter(today);
    }
}

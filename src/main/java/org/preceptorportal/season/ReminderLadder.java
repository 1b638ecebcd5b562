package org.preceptorportal.season;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * When somebody who owes an evaluation is reminded. All hours and days are local to the recipient.
 *
 * @param steps in order, those from the opening first
 * @param quietFrom no reminder leaves from this hour
 * @param quietTo until this hour; it may lie on the next day
 * @param weekends whether reminders leave on Saturdays and Sundays
 * @param mailsPerWeek how many reminder mails one person gets within seven days at most
 * @param escalateDays days after the due day from which the coordinators are told
 */
public record ReminderLadder(
        List<ReminderStep> steps,
        LocalTime quietFrom,
        LocalTime quietTo,
        boolean weekends,
        int mailsPerWeek,
        int escalateDays) {
    public ReminderLadder {
        steps = List.copyOf(steps);
        Objects.requireNonNull(quietFrom, "quiet hours begin at some hour");
        Objects.requireNonNull(quietTo, "quiet hours end at some hour");
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a ladder has at least one step");
        }
        if (new HashSet<>(steps).size() < steps.size()) {
            throw new IllegalArgumentException("a step stands there twice");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (!follows(steps.get(i - 1), steps.get(i))) {
                throw new IllegalArgumentException(
                        "step "
                                + steps.get(i).code()
                                + " cannot follow "
                                + steps.get(i - 1).code());
            }
        }
        if (quietFrom.equals(quietTo)) {
            throw new IllegalArgumentException("the quiet hours leave no hour, or none is quiet");
        }
        if (mailsPerWeek < 1) {
            throw new IllegalArgumentException("mailsPerWeek is at least 1");
        }
        if (escalateDays < 0) {
            throw new IllegalArgumentException("escalateDays is not negative");
        }
    }

    private static boolean follows(ReminderStep before, ReminderStep after) {
        return before.from() == after.from()
                ? before.days() < after.days()
                : before.from() == ReminderStep.From.OPENING;
    }

    /** Whether no reminder leaves at this local hour. */
    public boolean quiet(LocalTime hour) {
        boolean afterFrom = !hour.isBefore(quietFrom);
        boolean beforeTo = hour.isBefore(quietTo);
        return quietFrom.isBefore(quietTo) ? afterFrom && beforeTo : afterFrom || beforeTo;
    }

    /** Whether no reminder leaves on this local day. */
    public boolean dayOff(LocalDate day) {
        return !weekends
                && (day.getDayOfWeek() == DayOfWeek.SATURDAY
                        || day.getDayOfWeek() == DayOfWeek.SUNDAY);
    }
}

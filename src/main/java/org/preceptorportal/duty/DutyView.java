package org.preceptorportal.duty;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.preceptorportal.roster.RotationType;

/**
 * One duty as lists show it, with its rotation.
 *
 * @param evaluationId the draft or the submitted evaluation; null while nothing was saved
 * @param preceptor who owes it, name with credentials
 * @param zone the site's time zone
 * @param opensOn the day from which it may be written
 * @param due when it is due
 * @param closedAt when it ended; null while it is owed
 * @param reason why it ended without an evaluation, or null
 * @param snoozedUntil no reminders before this day, or null
 */
public record DutyView(
        long dutyId,
        Phase phase,
        long rotationId,
        Long evaluationId,
        long learnerId,
        String learner,
        String learnerLatin,
        long preceptorId,
        String preceptor,
        RotationType type,
        String specialty,
        String site,
        ZoneId zone,
        LocalDate start,
        LocalDate end,
        LocalDate opensOn,
        Instant due,
        Instant closedAt,
        String reason,
        LocalDate snoozedUntil,
        State state)
        implements Serializable {

    /** Where it stands, for people. */
    public enum State {
        /** Too early for it. */
        UPCOMING,
        /** Nothing was saved yet. */
        OWED,
        /** A draft is there. */
        STARTED,
        SUBMITTED,
        INSUFFICIENT_CONTACT,
        NOT_MINE,
        EXCUSED,
        MISSED;

        /** The people's word for a duty's state. */
        public static State of(DutyState state, boolean opened, boolean started) {
            if (state != DutyState.OPEN) {
                return valueOf(state.name());
            }
            return started ? STARTED : opened ? OWED : UPCOMING;
        }
    }

    /** True for what the preceptor still has to do now. */
    public boolean open() {
        return state == State.OWED || state == State.STARTED;
    }

    /** True while it is too early to write it (DU-2). */
    public boolean upcoming() {
        return state == State.UPCOMING;
    }

    public boolean started() {
        return state == State.STARTED;
    }

    public boolean submitted() {
        return state == State.SUBMITTED;
    }

    /** True when it ended without an evaluation. */
    public boolean dropped() {
        return closedAt != null && !submitted();
    }

    public boolean mid() {
        return phase == Phase.MID;
    }

    /** When it was submitted; null while it was not. */
    public Instant submittedAt() {
        return submitted() ? closedAt : null;
    }

    /** The day it is due where the site is. */
    public LocalDate dueDay() {
        return LocalDate.ofInstant(due, zone);
    }

    /** True when it is still to be submitted after its due time. */
    public boolean overdue(Instant now) {
        return open() && due.isBefore(now);
    }

    /** True while its preceptor wants no reminder. */
    public boolean snoozed(LocalDate today) {
        return snoozedUntil != null && snoozedUntil.isAfter(today);
    }
}

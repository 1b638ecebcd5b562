package org.preceptorportal.evaluation;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.preceptorportal.roster.RotationType;

/**
 * One rotation as lists show it, with the state of its final evaluation.
 *
 * @param evaluationId null while nothing was saved
 * @param preceptor name with credentials
 * @param zone the site's time zone
 * @param due when the evaluation is due
 * @param submittedAt null while it is not submitted
 */
public record RotationEvaluation(
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
        Instant due,
        Instant submittedAt,
        State state)
        implements Serializable {

    /** Where the evaluation stands. */
    public enum State {
        /** The rotation goes on for more than a week. */
        UPCOMING,
        /** Nothing was saved yet. */
        OWED,
        /** A draft is there. */
        STARTED,
        /** Final. */
        SUBMITTED
    }

    /** True for what the preceptor still has to do now. */
    public boolean open() {
        return state == State.OWED || state == State.STARTED;
    }

    /** True while it is too early to write it (EV-10). */
    public boolean upcoming() {
        return state == State.UPCOMING;
    }

    public boolean started() {
        return state == State.STARTED;
    }

    public boolean submitted() {
        return state == State.SUBMITTED;
    }

    /** The day it is due where the site is. */
    public LocalDate dueDay() {
        return LocalDate.ofInstant(due, zone);
    }

    /** True when it is still to be submitted after its due time. */
    public boolean overdue(Instant now) {
        return open() && due.isBefore(now);
    }
}

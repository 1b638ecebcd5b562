package org.preceptorportal.desk;

import org.preceptorportal.duty.DutyState;

/** Which duties a list shows. Some overlap: what is overdue is also owed. */
public enum Show {
    /** Open since their day, started or not. */
    OWED,
    OVERDUE,
    STARTED,
    /** Too early for them. */
    UPCOMING,
    SUBMITTED,
    INSUFFICIENT_CONTACT,
    NOT_MINE,
    EXCUSED,
    MISSED,
    ALL;

    /** True for what is in this list, told by what the tally keeps of a duty. */
    boolean holds(DutyState state, boolean started, boolean early, boolean late) {
        return switch (this) {
            case ALL -> true;
            case OWED -> state == DutyState.OPEN && !early;
            case OVERDUE -> state == DutyState.OPEN && !early && late;
            case STARTED -> state == DutyState.OPEN && started;
            case UPCOMING -> state == DutyState.OPEN && early;
            default -> state.name().equals(name());
        };
    }
}

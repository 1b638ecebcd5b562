package org.preceptorportal.duty;

/** Whether a duty is still owed, or how it ended. */
public enum DutyState {
    OPEN,
    SUBMITTED,
    /** The preceptor saw too little of the learner to say anything. */
    INSUFFICIENT_CONTACT,
    /** The preceptor says that this is not their learner; the coordinator finds out whose. */
    NOT_MINE,
    /** The coordinator let it go. */
    EXCUSED,
    /** The final evaluation opened before the mid one was written. */
    MISSED
}

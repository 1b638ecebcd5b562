package org.preceptorportal.roster;

/** What the learner may do; an observership is without hands-on care. */
public enum RotationType {
    OBSERVERSHIP,
    EXTERNSHIP,
    ELECTIVE,
    CLERKSHIP,
    SUB_INTERNSHIP
}

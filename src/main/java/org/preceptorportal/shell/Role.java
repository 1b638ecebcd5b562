package org.preceptorportal.shell;

/** What a caller is here to do. One account has one role. */
public enum Role {
    PRECEPTOR,
    LEARNER,
    COORDINATOR,
    PROGRAM_STAFF,
    ADMINISTRATOR,
    AUDITOR
}

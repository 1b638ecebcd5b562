package org.preceptorportal.shell;

/** What a caller is here to do. One account has one role. */
public enum Role {
    PRECEPTOR,
    /** Drafts and handles logistics for one preceptor; never submits or signs. */
    ASSISTANT,
    LEARNER,
    /** Uploads, for a letter's author, that one letter to another service; nothing else. */
    DESIGNEE,
    COORDINATOR,
    PROGRAM_STAFF,
    ADMINISTRATOR,
    AUDITOR;

    /**
     * Staff have a password; preceptors, their assistants and designees, and learners sign in by a
     * mailed link.
     */
    public boolean isStaff() {
        return this != PRECEPTOR && this != ASSISTANT && this != LEARNER && this != DESIGNEE;
    }
}

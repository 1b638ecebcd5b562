package org.preceptorportal.letter;

/** Where a letter stands. A new version of a signed letter goes back to {@link #DRAFTING}. */
public enum LetterStatus {
    /** Asked for; the preceptor has not looked at it. The waiver may still change. */
    REQUESTED,
    /** The preceptor has seen the request; the waiver is locked. */
    OPENED,
    /** Accepted and being written. */
    DRAFTING,
    /** The first of several authors has signed: the pages stand, the others sign in turn. */
    SIGNING,
    /** Signed by all authors; its words are final. */
    SIGNED,
    /** The preceptor said no. The learner may ask again, which makes another letter. */
    DECLINED,
    /** Signed once, but its author no longer stands by it. The learner may ask again. */
    WITHDRAWN;

    /** Whether nothing comes of it any more: its learner may ask about that rotation again. */
    public boolean over() {
        return this == DECLINED || this == WITHDRAWN;
    }

    /** Whether its learner waits for an author's answer, words or signature. */
    public boolean awaited() {
        return this == REQUESTED || this == OPENED || this == DRAFTING || this == SIGNING;
    }
}

package org.preceptorportal.letter;

/** Where a letter stands. In order: a letter only ever moves down this list. */
public enum LetterStatus {
    /** Asked for; the preceptor has not looked at it. The waiver may still change. */
    REQUESTED,
    /** The preceptor has seen the request; the waiver is locked. */
    OPENED,
    /** Accepted and being written. */
    DRAFTING,
    /** Signed; its words are final. */
    SIGNED,
    /** The preceptor said no. The learner may ask again, which makes another letter. */
    DECLINED
}

package org.preceptorportal.stepup;

/** What a typed code comes to. */
enum Verdict {
    RIGHT,
    /** No code was mailed, no app was set up. */
    NONE,
    WRONG,
    EXPIRED,
    /** Used already, or tried too often. */
    SPENT
}

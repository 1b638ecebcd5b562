package org.preceptorportal.stepup;

/** How somebody proved that it is they, at the moment of the deed. */
public enum Proof {
    /** A one-time code, mailed to the address of the roster. */
    MAILED_CODE,
    /** A one-time code of an authenticator app that they had set up. */
    AUTHENTICATOR
}

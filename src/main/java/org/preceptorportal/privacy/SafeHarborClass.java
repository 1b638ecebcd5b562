package org.preceptorportal.privacy;

/**
 * The classes of identifiers of 45 CFR 164.514(b)(2)(i) that can stand in a text, in the order of
 * the rule. The words for each are in {@code messages/privacy.properties}.
 */
public enum SafeHarborClass {
    /** (A) Names, also those of relatives, and initials. */
    NAME,
    /** (B) Geographic units smaller than a state. */
    PLACE,
    /** (C) Elements of a date, except the year, that belong to a case. */
    DATE,
    /** (C) Ages over 89, and what shows such an age. */
    AGE,
    /** (D) Telephone numbers. */
    PHONE,
    /** (E) Fax numbers. */
    FAX,
    /** (F) Electronic mail addresses. */
    EMAIL,
    /** (G) Social security numbers. */
    SSN,
    /** (H) Medical record numbers. */
    MRN,
    /** (I) Health plan beneficiary numbers. */
    HEALTH_PLAN,
    /** (J) Account numbers. */
    ACCOUNT,
    /** (K) Certificate and licence numbers. */
    LICENSE,
    /** (L) Vehicle identifiers and plates. */
    VEHICLE,
    /** (M) Device identifiers and serial numbers. */
    DEVICE,
    /** (N) Web addresses. */
    URL,
    /** (O) Internet addresses. */
    IP,
    /** (P) Biometric identifiers. */
    BIOMETRIC,
    /** (Q) Full-face photographs and images like them. */
    PHOTO,
    /** (R) Any other number or code that is unique to a person. */
    OTHER_NUMBER,
    /** A hint only: room and bed, which point at one patient on one day (R). */
    ROOM;

    /** The key of the words that say why, in the bundle {@code privacy}. */
    public String reasonKey() {
        return "reason." + name();
    }
}

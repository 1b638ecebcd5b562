package org.preceptorportal.signing;

/** A letter was signed. */
public record LetterSigned(long signedLetterId, long tenantId) {}

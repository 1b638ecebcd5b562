package org.preceptorportal.signing;

/** A letter was signed. */
public record LetterSigned(
        long letterId, long signedLetterId, long tenantId, long preceptorId, long learnerId) {}

package org.preceptorportal.signing;

/** An author no longer stands by a signed letter; from this moment nobody is given it. */
public record LetterWithdrawn(
        long letterId, long signedLetterId, long tenantId, long preceptorId, long learnerId) {}

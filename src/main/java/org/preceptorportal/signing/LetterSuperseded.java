package org.preceptorportal.signing;

/** A signed letter gave way to a newer version. */
public record LetterSuperseded(
        long letterId, long signedLetterId, long newSignedLetterId, long tenantId) {}

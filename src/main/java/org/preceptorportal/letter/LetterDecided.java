package org.preceptorportal.letter;

/** The preceptor said yes or no. */
public record LetterDecided(
        long letterId, long tenantId, long preceptorId, long learnerId, boolean accepted) {}

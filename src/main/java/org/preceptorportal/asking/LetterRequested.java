package org.preceptorportal.asking;

/** A learner asked a preceptor for a letter. */
public record LetterRequested(long letterId, long tenantId, long preceptorId, long learnerId) {}

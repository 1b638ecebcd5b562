package org.preceptorportal.asking;

/** A learner thanked the author of a signed letter. */
public record LetterThanked(long letterId, long tenantId, long preceptorId, long learnerId) {}

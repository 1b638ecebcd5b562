package org.preceptorportal.asking;

/** A learner politely reminds the author of a letter; now is an hour to be written to. */
public record LetterNudged(
        long nudgeId, long letterId, long tenantId, long preceptorId, long learnerId) {}

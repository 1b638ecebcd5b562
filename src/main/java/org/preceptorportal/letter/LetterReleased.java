package org.preceptorportal.letter;

/** A learner let a program have a letter. */
public record LetterReleased(
        long releaseId, long letterId, long tenantId, long learnerId, long programId) {}

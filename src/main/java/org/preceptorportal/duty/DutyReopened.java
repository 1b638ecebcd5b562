package org.preceptorportal.duty;

/** Fired in the transaction in which a duty that had ended is owed again. */
public record DutyReopened(
        long dutyId,
        long tenantId,
        long rotationId,
        long learnerId,
        long preceptorId,
        Phase phase) {}

package org.preceptorportal.duty;

/** Fired in the transaction that ends a duty, in whichever way. */
public record DutyClosed(
        long dutyId,
        long tenantId,
        long rotationId,
        long learnerId,
        long preceptorId,
        Phase phase,
        DutyState state) {}

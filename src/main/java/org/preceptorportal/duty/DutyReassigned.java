package org.preceptorportal.duty;

/** Fired in the transaction in which another preceptor comes to owe it. */
public record DutyReassigned(
        long dutyId,
        long tenantId,
        long rotationId,
        long learnerId,
        Phase phase,
        long from,
        long to) {}

package org.preceptorportal.signing;

/** It is a co-author's turn to sign. */
public record SigningTurn(
        long letterId,
        long roundId,
        long tenantId,
        long preceptorId,
        long leadId,
        long learnerId) {}

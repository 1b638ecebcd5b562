package org.preceptorportal.evaluation;

/** Fired in the transaction that submits an evaluation. */
public record EvaluationSubmitted(
        long evaluationId, long tenantId, long learnerId, long preceptorId) {}

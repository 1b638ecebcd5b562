package org.preceptorportal.evaluation;

import org.preceptorportal.form.Purpose;

/** Fired in the transaction that submits an evaluation. */
public record EvaluationSubmitted(
        long evaluationId, long tenantId, long learnerId, long preceptorId, Purpose phase) {}

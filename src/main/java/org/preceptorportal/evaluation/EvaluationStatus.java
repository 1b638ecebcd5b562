package org.preceptorportal.evaluation;

/** A draft is the preceptor's own; a submitted evaluation is final. */
public enum EvaluationStatus {
    DRAFT,
    SUBMITTED
}

package org.preceptorportal.evaluation;

/** A draft that the running transaction may change and nobody else does meanwhile. */
record Draft(String form, int formVersion, long rotationId, long preceptorId) {}

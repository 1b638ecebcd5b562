package org.preceptorportal.stepup;

import java.time.Instant;

/** A preceptor changed how they prove that it is they. */
public record StepUpChanged(long tenantId, long preceptorId, Proof now, Instant at) {}

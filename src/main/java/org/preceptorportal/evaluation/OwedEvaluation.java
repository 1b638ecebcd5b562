package org.preceptorportal.evaluation;

import java.time.Instant;

/**
 * A final evaluation that a preceptor still owes.
 *
 * @param due 17:00 at the site, so many days after the rotation's end as its season says
 * @param started true when a draft is there
 */
public record OwedEvaluation(
        long rotationId, long learnerId, String learner, Instant due, boolean started) {}

package org.preceptorportal.evaluation;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A submitted evaluation as other rooms read it: plain values that no longer change.
 *
 * @param ratings by item code, in the order of the codes; a null value means "not observed"
 */
public record SubmittedEvaluation(
        long id,
        long rotationId,
        long preceptorId,
        String form,
        int formVersion,
        Instant submittedAt,
        Integer daysObserved,
        Map<String, Integer> ratings,
        String strengths,
        String improvement) {
    public SubmittedEvaluation {
        ratings = Collections.unmodifiableMap(new TreeMap<>(ratings));
    }
}

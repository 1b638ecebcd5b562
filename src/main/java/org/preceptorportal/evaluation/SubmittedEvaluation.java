package org.preceptorportal.evaluation;

import java.time.Instant;
import java.util.Map;

/** A submitted evaluation as other rooms read it: plain values that no longer change. */
public record SubmittedEvaluation(
        long id,
        long learnerId,
        long rotationId,
        long preceptorId,
        String form,
        int formVersion,
        Instant submittedAt,
        Answers answers) {

    /** By item code, in the order of the codes; a null value means "not observed". */
    public Map<String, Integer> ratings() {
        return answers.ratings();
    }

    /** Days on which the preceptor saw the learner at work, or null. */
    public Integer daysObserved() {
        return answers.days();
    }

    public String strengths() {
        return answers.strengths();
    }

    public String improvement() {
        return answers.improvement();
    }
}

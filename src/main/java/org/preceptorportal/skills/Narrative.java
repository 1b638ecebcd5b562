package org.preceptorportal.skills;

/**
 * What a submitted final says in words.
 *
 * @param id the evaluation's
 * @param rotation what it is about
 * @param daysObserved on which the preceptor saw the learner at work, or null
 * @param strengths empty when nothing was written, and so is {@code improvement}
 */
public record Narrative(
        long id,
        RotationFacts rotation,
        Integer daysObserved,
        String strengths,
        String improvement) {}

package org.preceptorportal.fairness;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fitted model as other programs state it, for comparing with them.
 *
 * @param meanError standard error of the mean
 * @param criterion -2 log of the restricted likelihood
 * @param steps that the fit took
 * @param learners by learner of the linked group
 * @param raters by rater of the linked group
 */
public record Fit(
        double meanError,
        double criterion,
        int steps,
        SortedMap<Long, Effect> learners,
        SortedMap<Long, Effect> raters) {
    public Fit {
        learners = Collections.unmodifiableSortedMap(new TreeMap<>(learners));
        raters = Collections.unmodifiableSortedMap(new TreeMap<>(raters));
    }

    /**
     * @param value the best linear unbiased prediction
     * @param doubt its standard error, given the mean and the variances
     */
    public record Effect(double value, double doubt) {}
}

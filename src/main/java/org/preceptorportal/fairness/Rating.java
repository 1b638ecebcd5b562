package org.preceptorportal.fairness;

/**
 * What one rater said about one learner, once.
 *
 * @param id of the evaluation; orders ratings, so that sums do not depend on who brought them
 * @param score on the scale, for instance the mean of a domain's rated items
 */
public record Rating(long id, long learner, long rater, double score) {}

package org.preceptorportal.overview;

import org.preceptorportal.comparison.Comparison.Subject;
import org.preceptorportal.store.Sha256;

/**
 * A report that a night has to look at.
 *
 * @param number from 1, in the night's order
 * @param subject what it is about, with the hash of what its figures are made of
 * @param name of the subject; of a cohort, the season's
 * @param key hash of all that the report is made of
 * @param known whether the newest report has this key
 */
public record GroupItem(int number, Subject subject, String name, Sha256 key, boolean known) {}

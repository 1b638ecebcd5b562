/**
 * The numbers of reports about a cohort, a preceptor or a rotation site.
 *
 * <p>Operation: {@link org.preceptorportal.comparison.Comparison}.
 *
 * <p>Rules. <b>CO-1</b> the rules of {@code figures} hold here too: every printed figure is in the
 * CSV and can be computed again, "not observed" is in no mean, two scales are never in one figure.
 * <b>CO-2</b> figures about a preceptor need the season's minimum of evaluations, row by row.
 * <b>CO-3</b> nothing hidden can be found by subtraction, in one report or between reports of
 * preceptors, sites and cohorts: {@link org.preceptorportal.comparison.Suppression} says how. Data
 * about learners (their own reports, the heat map) and numbers of evaluations are not hidden from
 * who may read them. <b>CO-4</b> what a preceptor or site is compared with is the calibration's.
 *
 * <p>Out of scope: learners' own figures ({@code figures}), pages and files ({@code overview}).
 */
@Room(
        name = "comparison",
        uses = {"fairness", "observed", "calibration", "figures", "season", "store"})
package org.preceptorportal.comparison;

import org.preceptorportal.Room;

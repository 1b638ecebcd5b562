/**
 * The numbers of every clinical-skill report: learner, cohort, preceptor, rotation site; each can
 * be computed again from submitted evaluations.
 *
 * <p>Rules. <b>FG-1</b> every printed figure is in the report's CSV, and the CSV is a function of
 * submitted evaluations, method version and cut-off alone (S7). <b>FG-2</b> the unit is the
 * evaluation; "not observed" is in no mean and is counted. <b>FG-3</b> ratings on two scales are
 * never in one figure. <b>FG-4</b> figures about preceptors need the season's minimum of
 * evaluations, and nothing hidden can be found by subtraction. <b>FG-5</b> what compares learners
 * is calibrated on a whole past, not on last night's newcomer: a calibration stands until the
 * evaluations have grown by the season's share, so one new evaluation changes one learner's report.
 *
 * <p>Out of scope: the mixed model ({@code fairness}), how a page is drawn ({@code reports}).
 */
@Room(
        name = "figures",
        uses = {"fairness", "observed", "form", "season", "store", "ledger", "shell"})
package org.preceptorportal.figures;

import org.preceptorportal.Room;

/**
 * The numbers of a learner's clinical-skill report; each can be computed again from submitted
 * evaluations.
 *
 * <p>Operations: {@link org.preceptorportal.figures.Figuring} and {@link
 * org.preceptorportal.figures.LearnerCsv}.
 *
 * <p>Rules. <b>FG-1</b> every printed figure is in the report's CSV, and the CSV is a function of
 * submitted evaluations, method version and cut-off alone (S7). <b>FG-2</b> the unit is the
 * evaluation; "not observed" is in no mean and is counted. <b>FG-3</b> ratings on two scales are
 * never in one figure. <b>FG-4</b> no cell of a file is a formula to a spreadsheet.
 *
 * <p>Out of scope: what learners are compared on ({@code calibration}), reports about more than one
 * learner ({@code comparison}), how a page is drawn ({@code reports}).
 */
@Room(
        name = "figures",
        uses = {"fairness", "observed", "form", "calibration", "store", "shell"})
package org.preceptorportal.figures;

import org.preceptorportal.Room;

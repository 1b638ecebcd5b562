/**
 * Figures over submitted evaluations, and the clinical-skill report that prints them.
 *
 * <p>Operations: {@link org.preceptorportal.skills.SkillReports} (what was made, for whom it is
 * open), and the night's step {@code clinical-skill-reports}.
 *
 * <p>Rules. <b>SK-1</b> same inputs, same figures and same bytes (S7); n, method, cut-off and the
 * hash of the inputs are printed. <b>SK-2</b> "not observed" is in no mean and is counted; so is a
 * rotation whose preceptor saw too little to evaluate. <b>SK-3</b> what cannot be estimated is said
 * to be so, never filled in. <b>SK-4</b> a report is made only when its inputs changed; the newest
 * included submission is its cut-off, so an idle night makes nothing. <b>SK-5</b> an evaluation
 * that does not fit its form is not counted quietly: its learner is skipped with the reason (S6).
 * Ratings on different scales are never in one figure, and a domain that describes the situation is
 * in none. <b>SK-6</b> a report is open to its learner and the institution's coordinator; programs
 * get it through packets only. <b>SK-7</b> a preceptor, and nobody else, sees after a submission
 * how they use the scale beside their peers: at least five own evaluations and five peers of the
 * same institution and phase, or no figure at all. <b>SK-8</b> whose inputs have the stamp that the
 * newest report was made under is not read at all; what a report is made of is in its stamp.
 *
 * <p>Out of scope: how a page is drawn ({@code reports}), what is released to whom ({@code letter},
 * {@code packet}), how figures are computed ({@code figures}).
 */
@Room(
        name = "skills",
        uses = {
            "roster",
            "form",
            "calibration",
            "figures",
            "fairness",
            "observed",
            "duty",
            "evaluation",
            "reports",
            "store",
            "ledger",
            "audit",
            "shell"
        })
package org.preceptorportal.skills;

import org.preceptorportal.Room;

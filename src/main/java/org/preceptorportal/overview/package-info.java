/**
 * Reports about more than one evaluated learner: a cohort, a preceptor, a rotation site.
 *
 * <p>Operations: {@link org.preceptorportal.overview.GroupReports} (what was made, for whom it is
 * open, which evaluations are behind a figure) and the night's step {@code group-reports}.
 *
 * <p>Rules. <b>OV-1</b> a cohort's and a site's report is open to the institution's coordinators
 * and administrators; a preceptor's to the coordinators and to that preceptor; none of them to a
 * learner or a program. <b>OV-2</b> a report is made only when its inputs, names or design changed
 * (S5). <b>OV-3</b> what is hidden in the figures is in no file and on no page: everything shown
 * comes from the kept file. <b>OV-5</b> the evaluations behind a figure are open to the
 * coordinators and, of their own report, to a preceptor: whoever may read those evaluations.
 * <b>OV-4</b> a bad record skips one report, with the reason (S6).
 *
 * <p>Out of scope: the figures ({@code comparison}), how a page is drawn ({@code reports}),
 * learners' own reports ({@code skills}).
 */
@Room(
        name = "overview",
        uses = {
            "observed",
            "fairness",
            "calibration",
            "comparison",
            "figures",
            "skills",
            "reports",
            "ledger",
            "season",
            "roster",
            "store",
            "audit",
            "shell"
        })
package org.preceptorportal.overview;

import org.preceptorportal.Room;

package org.preceptorportal.skills.batch;

import org.preceptorportal.skills.MadeReport;

/**
 * What became of one learner: a report, nothing to do, or a reason to skip.
 *
 * @param label the learner's name and code, for the list of skipped items
 * @param due whether its report is out of date
 * @param made null unless due, and in a dry run
 * @param reason null unless skipped
 */
record Outcome(long learnerId, String label, boolean due, MadeReport made, String reason) {
    static Outcome skipped(long learnerId, String label, String reason) {
        return new Outcome(learnerId, label, false, null, reason);
    }

    boolean skipped() {
        return reason != null;
    }
}

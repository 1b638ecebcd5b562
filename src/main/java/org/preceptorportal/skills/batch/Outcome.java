package org.preceptorportal.skills.batch;

import org.preceptorportal.skills.MadeReport;
import org.preceptorportal.store.Blob;

/**
 * What became of one learner: a report, nothing to do, or a reason to skip; or of a row of learners
 * with nothing to do.
 *
 * @param learners how many they are
 * @param item null for a row
 * @param label the learner's name and code, for the list of skipped items
 * @param due whether its report is out of date
 * @param made on its way to the store; null unless due, and in a dry run
 * @param reason null unless skipped
 */
record Outcome(
        int learners,
        LearnerItem item,
        String label,
        boolean due,
        MadeReport<Blob> made,
        String reason) {
    static Outcome skipped(LearnerItem item, String label, String reason) {
        return new Outcome(1, item, label, false, null, reason);
    }

    static Outcome current(int learners) {
        return new Outcome(learners, null, null, false, null, null);
    }

    boolean skipped() {
        return reason != null;
    }
}

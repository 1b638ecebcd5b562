package org.preceptorportal.skills.batch;

import org.preceptorportal.skills.MadeReport;

/**
 * What became of one learner: a report, nothing to do, or a reason to skip.
 *
 * @param label the learner's name and code, for the list of skipped items
 * @param made null when unchanged or skipped
 * @param reason null unless skipped
 */
record Outcome(long learnerId, String label, MadeReport made, String reason) {
    boolean skipped() {
        return reason != null;
    }

    boolean unchanged() {
        return made == null && reason == null;
    }
}

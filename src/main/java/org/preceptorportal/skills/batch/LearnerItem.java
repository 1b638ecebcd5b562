package org.preceptorportal.skills.batch;

import org.preceptorportal.skills.LearnerRecord;

/**
 * A learner whose report may be out of date, or some in a row whose reports are not: those pass the
 * step as one.
 *
 * @param last the learner's id, or that of the last one in the row
 * @param learners how many
 * @param record null for a row
 * @param stamp of what was read; null when it changed meanwhile, and for a row
 */
record LearnerItem(long last, int learners, LearnerRecord record, String stamp) {
    static LearnerItem of(LearnerRecord record, String stamp) {
        return new LearnerItem(record.learnerId(), 1, record, stamp);
    }

    static LearnerItem current(long last, int learners) {
        return new LearnerItem(last, learners, null, null);
    }
}

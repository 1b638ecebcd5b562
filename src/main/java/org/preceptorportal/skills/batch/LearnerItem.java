package org.preceptorportal.skills.batch;

import org.preceptorportal.skills.LearnerRecord;

/**
 * A learner whose report may be out of date.
 *
 * @param stamp of what was read; null when it changed meanwhile
 */
record LearnerItem(LearnerRecord record, String stamp) {}

package org.preceptorportal.overview.batch;

import org.preceptorportal.overview.GroupItem;
import org.preceptorportal.overview.MadeGroup;

/**
 * What became of one report: made, nothing to do, or a reason to skip.
 *
 * @param made null when unchanged or skipped
 * @param reason null unless skipped
 */
record GroupOutcome(GroupItem item, MadeGroup made, String reason) {
    boolean skipped() {
        return reason != null;
    }
}

package org.preceptorportal.overview.batch;

import org.preceptorportal.overview.GroupItem;
import org.preceptorportal.overview.MadeGroup;
import org.preceptorportal.store.Blob;

/**
 * What became of one report: made, nothing to do, or a reason to skip; or of neighbors of which
 * nothing was to be done.
 *
 * @param items how many they are
 * @param item null for neighbors
 * @param made on its way to the store; null when unchanged or skipped
 * @param reason null unless skipped
 */
record GroupOutcome(int items, GroupItem item, MadeGroup<Blob> made, String reason) {
    boolean skipped() {
        return reason != null;
    }
}

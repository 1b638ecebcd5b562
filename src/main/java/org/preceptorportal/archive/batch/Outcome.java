package org.preceptorportal.archive.batch;

import org.preceptorportal.archive.Due;
import org.preceptorportal.archive.Lifted;

/**
 * What became of one letter.
 *
 * @param lifted null if skipped, and in a dry run
 * @param reason null unless skipped
 */
record Outcome(Due due, Lifted lifted, String reason) {
    static Outcome made(Due due, Lifted lifted) {
        return new Outcome(due, lifted, null);
    }

    static Outcome skipped(Due due, String reason) {
        return new Outcome(due, null, reason);
    }
}

package org.preceptorportal.night;

import java.time.Instant;

/**
 * The ledger of one step.
 *
 * @param expected how many items the step has in all, as it said when it began
 * @param read items taken so far; {@code made + unchanged + skipped} of them
 * @param made items whose inputs were new, so that an artefact was made
 * @param unchanged items whose artefact was already there
 * @param skipped items left out, each with a reason
 */
public record StepView(
        String step,
        int expected,
        int read,
        int made,
        int unchanged,
        int skipped,
        Instant startedAt,
        Instant endedAt) {

    public boolean ended() {
        return endedAt != null;
    }

    /** 0 to 100. */
    public int percent() {
        if (ended()) {
            return 100;
        }
        return expected <= 0 ? 0 : Math.min(100, (int) (100L * read / expected));
    }
}

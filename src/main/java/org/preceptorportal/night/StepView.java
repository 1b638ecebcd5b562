package org.preceptorportal.night;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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

    public boolean running() {
        return startedAt != null && endedAt == null;
    }

    /** 0 to 100. */
    public int percent() {
        if (ended()) {
            return 100;
        }
        return expected <= 0 ? 0 : Math.min(100, (int) (100L * read / expected));
    }

    /**
     * How long the rest of this step takes if it goes on as it has; empty before the first items.
     */
    public Optional<Duration> remaining(Instant now) {
        if (!running() || read == 0 || expected <= read) {
            return Optional.empty();
        }
        long spent = Math.max(1, Duration.between(startedAt, now).toMillis());
        return Optional.of(Duration.ofMillis(spent * (expected - read) / read));
    }
}

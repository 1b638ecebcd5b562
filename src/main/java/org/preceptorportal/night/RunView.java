package org.preceptorportal.night;

import java.time.Instant;
import java.util.List;

/**
 * One job of a night as people see it.
 *
 * @param failure what kind of error ended it, or null
 * @param owner the node that works on it or did so last, or null
 * @param epoch how often it was started, restarted or taken over
 * @param retries tries since its last start by hand that a fault outside the portal ended
 */
public record RunView(
        long id,
        long nightId,
        String job,
        RunState state,
        Instant startedAt,
        Instant endedAt,
        String failure,
        String owner,
        long epoch,
        List<RetryView> retries,
        List<StepView> steps,
        List<SkipView> skips) {

    public boolean active() {
        return state.active();
    }

    public boolean completed() {
        return state == RunState.COMPLETED;
    }

    public int read() {
        return steps.stream().mapToInt(StepView::read).sum();
    }

    public int made() {
        return steps.stream().mapToInt(StepView::made).sum();
    }

    public int unchanged() {
        return steps.stream().mapToInt(StepView::unchanged).sum();
    }

    public int skipped() {
        return steps.stream().mapToInt(StepView::skipped).sum();
    }
}

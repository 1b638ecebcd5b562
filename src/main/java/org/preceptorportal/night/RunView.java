package org.preceptorportal.night;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * One night's run as people see it.
 *
 * @param status as Jakarta Batch names it
 * @param failure what kind of error ended it, or null
 */
public record RunView(
        long id,
        LocalDate night,
        String season,
        RunTrigger trigger,
        String requestedBy,
        String status,
        Instant requestedAt,
        Instant startedAt,
        Instant endedAt,
        String failure,
        List<StepView> steps,
        List<SkipView> skips) {

    private static final Set<String> ACTIVE = Set.of("STARTING", "STARTED", "STOPPING");

    /** True while somebody is working on it, or will be as soon as a lease lapses. */
    public boolean active() {
        return ACTIVE.contains(status);
    }

    public boolean completed() {
        return status.equals("COMPLETED");
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

package org.preceptorportal.night;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * One night as people see it: a program of jobs.
 *
 * @param cutoff data later than this was left to the next night
 * @param onlyJob the one job that was asked for, or null
 * @param program the one program that was asked for, or null
 * @param dryRun whether it kept nothing and only counted
 * @param status RUNNING, COMPLETED, FAILED or STOPPED
 * @param runs its jobs, in the program's order
 */
public record NightView(
        long id,
        LocalDate night,
        String season,
        RunTrigger trigger,
        String requestedBy,
        Instant requestedAt,
        Instant cutoff,
        String onlyJob,
        Long program,
        String programName,
        boolean dryRun,
        String status,
        boolean stopAsked,
        Instant endedAt,
        List<RunView> runs) {

    public boolean active() {
        return status.equals("RUNNING");
    }

    public boolean completed() {
        return status.equals("COMPLETED");
    }

    /** True when what is left of it can be done now. */
    public boolean restartable() {
        return !active() && !completed();
    }

    /** When its first job began, or null. */
    public Instant startedAt() {
        return runs.stream()
                .map(RunView::startedAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** What kind of error ended its first failed job, or null. */
    public String failure() {
        return runs.stream()
                .map(RunView::failure)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** All steps of all jobs, in order. */
    public List<StepView> steps() {
        return runs.stream().flatMap(run -> run.steps().stream()).toList();
    }

    /** All that was left out. */
    public List<SkipView> skips() {
        return runs.stream().flatMap(run -> run.skips().stream()).toList();
    }

    public int read() {
        return runs.stream().mapToInt(RunView::read).sum();
    }

    public int made() {
        return runs.stream().mapToInt(RunView::made).sum();
    }

    public int unchanged() {
        return runs.stream().mapToInt(RunView::unchanged).sum();
    }

    public int skipped() {
        return runs.stream().mapToInt(RunView::skipped).sum();
    }
}

package org.preceptorportal.watch.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.RunView;
import org.preceptorportal.night.SkipView;
import org.preceptorportal.night.StepView;
import org.preceptorportal.watch.Progress;

/**
 * One night.
 *
 * @param status RUNNING, COMPLETED, FAILED or STOPPED
 * @param job the one job that was asked for, or null
 * @param percent of its time; null as long as nobody can tell
 * @param estimate how long it takes yet; null likewise
 */
public record NightJson(
        long id,
        LocalDate night,
        String season,
        String status,
        String trigger,
        String requestedBy,
        Instant requestedAt,
        Instant cutoff,
        Instant startedAt,
        Instant endedAt,
        String job,
        Long program,
        boolean dryRun,
        Integer percent,
        Estimate estimate,
        List<Job> jobs,
        List<Skip> skipped) {

    /** Seconds yet to go, at best and at worst. */
    public record Estimate(long lowSeconds, long highSeconds) {}

    /**
     * One job of a night.
     *
     * @param status WAITING, or as Jakarta Batch names it
     * @param failure what kind of error ended it, or null
     */
    public record Job(
            long id,
            String name,
            String status,
            Instant startedAt,
            Instant endedAt,
            String failure,
            List<Retry> retries,
            List<Step> steps) {}

    /** A try that something outside the portal ended, and when the next one was allowed. */
    public record Retry(String failure, Instant at, Instant again) {}

    /** The ledger of a step: {@code read = made + unchanged + skipped}. */
    public record Step(
            String name,
            int expected,
            int read,
            int made,
            int unchanged,
            int skipped,
            Instant startedAt,
            Instant endedAt) {}

    /** An item that was left out. */
    public record Skip(String job, String step, String item, String label, String reason) {}

    static NightJson of(NightView v, Progress progress) {
        return new NightJson(
                v.id(),
                v.night(),
                v.season(),
                v.status(),
                v.trigger().name(),
                v.requestedBy(),
                v.requestedAt(),
                v.cutoff(),
                v.startedAt(),
                v.endedAt(),
                v.onlyJob(),
                v.program(),
                v.dryRun(),
                progress == null ? null : progress.percent().orElse(null),
                progress == null ? null : progress.estimate().map(NightJson::estimate).orElse(null),
                v.runs().stream().map(NightJson::job).toList(),
                v.runs().stream().flatMap(r -> r.skips().stream().map(s -> skip(r, s))).toList());
    }

    private static Estimate estimate(org.preceptorportal.watch.Estimate e) {
        return new Estimate(e.low().toSeconds(), e.high().toSeconds());
    }

    private static Job job(RunView r) {
        return new Job(
                r.id(),
                r.job(),
                r.state().name(),
                r.startedAt(),
                r.endedAt(),
                r.failure(),
                r.retries().stream().map(t -> new Retry(t.failure(), t.at(), t.again())).toList(),
                r.steps().stream().map(NightJson::step).toList());
    }

    private static Step step(StepView s) {
        return new Step(
                s.step(),
                s.expected(),
                s.read(),
                s.made(),
                s.unchanged(),
                s.skipped(),
                s.startedAt(),
                s.endedAt());
    }

    private static Skip skip(RunView r, SkipView s) {
        return new Skip(r.job(), s.step(), s.item(), s.label(), s.reason());
    }
}

package org.preceptorportal.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.preceptorportal.night.NightProgram;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.ProgramJob;
import org.preceptorportal.night.RunView;
import org.preceptorportal.night.StepView;

/**
 * How far a night has come.
 *
 * @param percent of its time, 0 to 100; empty as long as nobody can tell
 * @param estimate how long it takes yet; empty likewise
 */
public record Progress(Optional<Integer> percent, Optional<Estimate> estimate) {
    /**
     * @param earlier nights before it, newest first
     */
    public static Progress of(NightView night, List<NightView> earlier, Instant now) {
        if (!night.active()) {
            return new Progress(night.completed() ? Optional.of(100) : Optional.empty(), none());
        }
        Optional<Estimate> estimate =
                Estimate.of(
                        night.runs().stream().flatMap(Progress::stretches).toList(),
                        after(NightProgram.get().jobs()),
                        before(night, earlier),
                        now);
        return new Progress(estimate.map(e -> percent(night, e, now)), estimate);
    }

    private static Optional<Estimate> none() {
        return Optional.empty();
    }

    // A run that was done before a restart has its times, and nothing to come.
    private static Stream<Estimate.Stretch> stretches(RunView run) {
        return run.steps().stream()
                .map(
                        s ->
                                new Estimate.Stretch(
                                        run.job(),
                                        s.step(),
                                        s.expected(),
                                        s.read(),
                                        s.startedAt(),
                                        run.completed() && s.endedAt() == null
                                                ? run.endedAt()
                                                : s.endedAt()));
    }

    private static Map<String, List<String>> after(List<ProgramJob> jobs) {
        return jobs.stream()
                .collect(
                        Collectors.toMap(
                                ProgramJob::name,
                                job ->
                                        Stream.concat(job.after().stream(), job.needs().stream())
                                                .toList()));
    }

    // Dry runs and nights of one program go at another pace than whole nights.
    private static List<Estimate.Before> before(NightView night, List<NightView> earlier) {
        List<Estimate.Before> before = new ArrayList<>();
        for (NightView other : earlier) {
            if (other.id() == night.id()
                    || other.dryRun() != night.dryRun()
                    || (other.program() == null) != (night.program() == null)) {
                continue;
            }
            for (RunView run : other.runs()) {
                if (run.completed()) {
                    run.steps().stream()
                            .filter(s -> s.startedAt() != null && s.endedAt() != null)
                            .map(s -> before(run.job(), s))
                            .forEach(before::add);
                }
            }
        }
        return before;
    }

    private static Estimate.Before before(String job, StepView s) {
        return new Estimate.Before(
                job, s.step(), s.read(), Duration.between(s.startedAt(), s.endedAt()));
    }

    private static int percent(NightView night, Estimate estimate, Instant now) {
        if (night.startedAt() == null) {
            return 0;
        }
        double spent = Math.max(0, Duration.between(night.startedAt(), now).toMillis());
        double left = (estimate.low().toMillis() + estimate.high().toMillis()) / 2.0;
        // Not before it has ended.
        return (int) Math.min(99, 100 * spent / Math.max(1, spent + left));
    }
}

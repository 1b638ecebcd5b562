package org.preceptorportal.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much longer a night takes, from what its steps have done so far and from earlier nights. It
 * is a span, and there is none as long as one step that is still to come has never been seen: a
 * guess would be believed.
 *
 * @param low if all that is left goes as fast as it ever went
 * @param high if it goes as slowly
 */
public record Estimate(Duration low, Duration high) {
    /** Fewer items say nothing about the rest. */
    static final int ITEMS = 10;

    /** So much of a step done, its own pace alone counts. */
    private static final double OWN_PACE_FROM = 0.25;

    /** An own pace is a mean of what was: allow a tenth each way. */
    private static final double DOUBT = 0.1;

    /** How many earlier runs of a step count. */
    static final int RUNS = 5;

    public Estimate {
        if (low.isNegative() || high.compareTo(low) < 0) {
            throw new IllegalArgumentException("an estimate is a span of time to come");
        }
    }

    /**
     * A step of a night under way.
     *
     * @param expected items in all; 0 while nobody has counted them
     * @param read items taken so far
     * @param startedAt null while it waits
     * @param endedAt null until it is done
     */
    public record Stretch(
            String job,
            String step,
            long expected,
            long read,
            Instant startedAt,
            Instant endedAt) {}

    /** How a step went before, in a run that was completed. */
    public record Before(String job, String step, long read, Duration spent) {}

    /**
     * @param stretches all steps of the night, in the order of each job
     * @param after which jobs a job waits for
     * @param before earlier runs, newest first
     * @param now the present moment
     * @return empty when it cannot be known yet
     */
    public static Optional<Estimate> of(
            List<Stretch> stretches,
            Map<String, List<String>> after,
            List<Before> before,
            Instant now) {
        Map<String, Estimate> jobs = new HashMap<>();
        for (Stretch stretch : stretches) {
            Optional<Estimate> rest = rest(stretch, before, now);
            if (rest.isEmpty()) {
                return Optional.empty();
            }
            jobs.merge(stretch.job(), rest.get(), Estimate::then);
        }
        return jobs.keySet().stream().map(job -> until(job, jobs, after)).reduce(Estimate::beside);
    }

    // Jobs side by side share the cores, so the longest chain is the least it can be; good enough,
    // for the earlier runs were timed in the same company.
    private static Estimate until(
            String job, Map<String, Estimate> jobs, Map<String, List<String>> after) {
        Estimate own = jobs.getOrDefault(job, new Estimate(Duration.ZERO, Duration.ZERO));
        return after.getOrDefault(job, List.of()).stream()
                .map(earlier -> until(earlier, jobs, after))
                .reduce(Estimate::beside)
                .map(chain -> chain.then(own))
                .orElse(own);
    }

    private Estimate then(Estimate next) {
        return new Estimate(low.plus(next.low), high.plus(next.high));
    }

    private Estimate beside(Estimate other) {
        return new Estimate(
                Collections.max(List.of(low, other.low)),
                Collections.max(List.of(high, other.high)));
    }

    private static Optional<Estimate> rest(Stretch step, List<Before> before, Instant now) {
        if (step.endedAt() != null) {
            return Optional.of(new Estimate(Duration.ZERO, Duration.ZERO));
        }
        List<Duration> candidates = new ArrayList<>();
        Duration spent =
                step.startedAt() == null
                        ? Duration.ZERO
                        : Collections.max(
                                List.of(Duration.ZERO, Duration.between(step.startedAt(), now)));
        long left = Math.max(0, step.expected() - step.read());
        boolean paced = step.expected() > 0 && step.read() >= ITEMS && !spent.isZero();
        if (paced) {
            double own = (double) spent.toMillis() / step.read() * left;
            candidates.add(millis(own * (1 - DOUBT)));
            candidates.add(millis(own * (1 + DOUBT)));
        }
        if (!paced || step.read() < step.expected() * OWN_PACE_FROM) {
            before.stream()
                    .filter(b -> b.job().equals(step.job()) && b.step().equals(step.step()))
                    .limit(RUNS)
                    .map(b -> asBefore(b, step, left, spent))
                    .forEach(candidates::add);
        }
        Comparator<Duration> order = Comparator.naturalOrder();
        return candidates.stream()
                .min(order)
                .map(low -> new Estimate(low, candidates.stream().max(order).orElseThrow()));
    }

    // By its pace where the number of items is known, else as long as it took then.
    private static Duration asBefore(Before before, Stretch step, long left, Duration spent) {
        if (step.expected() > 0 && before.read() > 0) {
            return millis((double) before.spent().toMillis() / before.read() * left);
        }
        Duration rest = before.spent().minus(spent);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private static Duration millis(double millis) {
        return Duration.ofMillis(Math.round(millis));
    }
}

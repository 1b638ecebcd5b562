package org.preceptorportal.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often one network address, or one other thing that is named, may do something within a while.
 * In memory: a restart forgives, and each node counts for itself. Limits are high, for a hospital
 * has one address.
 */
@ApplicationScoped
public class Throttle {
    private static final int MOST_ADDRESSES = 50_000;

    /**
     * @param what is limited, in a word of its own
     * @param most how often within the window
     */
    public record Limit(String what, int most, Duration window) {}

    private record Who(String what, String address) {}

    private record Count(Instant until, int times) {
        boolean over(Instant now) {
            return !now.isBefore(until);
        }
    }

    private final Map<Who, Count> counts = new ConcurrentHashMap<>();

    @Inject Clock clock;

    protected Throttle() {}

    /** For tests, which have no container. */
    public Throttle(Clock clock) {
        this.clock = clock;
    }

    /** Whether the address has used up its limit. */
    public boolean spent(Limit limit, String address) {
        Count count = counts.get(new Who(limit.what, address));
        return count != null && !count.over(clock.instant()) && count.times >= limit.most;
    }

    /** Counts one. */
    public void count(Limit limit, String address) {
        Instant now = clock.instant();
        if (counts.size() >= MOST_ADDRESSES) {
            counts.values().removeIf(count -> count.over(now));
        }
        counts.merge(
                new Who(limit.what, address),
                new Count(now.plus(limit.window), 1),
                (old, one) -> old.over(now) ? one : new Count(old.until, old.times + 1));
    }
}

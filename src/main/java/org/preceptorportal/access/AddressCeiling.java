package org.preceptorportal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often one network address may fail or ask within ten minutes. In memory: a restart forgives,
 * and each node counts for itself. High, for a hospital has one address.
 */
@ApplicationScoped
public class AddressCeiling {
    static final int CEILING = 60;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST_ADDRESSES = 50_000;

    private record Count(Instant since, int times) {
        boolean over(Instant now) {
            return !now.isBefore(since.plus(WINDOW));
        }
    }

    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    @Inject Clock clock;

    protected AddressCeiling() {}

    AddressCeiling(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws TooManyTries when the address is at its ceiling
     */
    void check(String address) {
        Count count = counts.get(address);
        if (count != null && !count.over(clock.instant()) && count.times >= CEILING) {
            throw new TooManyTries();
        }
    }

    void count(String address) {
        Instant now = clock.instant();
        if (counts.size() > MOST_ADDRESSES) {
            counts.values().removeIf(count -> count.over(now));
        }
        counts.merge(
                address,
                new Count(now, 1),
                (old, one) -> old.over(now) ? one : new Count(old.since, old.times + 1));
    }
}

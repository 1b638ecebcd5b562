package org.preceptorportal.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Slows down whoever tries printed codes one after the other: {@value #MOST} a minute from one
 * address, on this node. The codes' 60 bits are the real wall.
 */
@ApplicationScoped
class CheckThrottle {
    static final int MOST = 30;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 10_000;

    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    @Inject Clock clock;

    private record Window(Instant since, int tries) {}

    /**
     * @throws TooManyChecks beyond the limit
     */
    void pass(String address) {
        Instant now = clock.instant();
        if (windows.size() >= MOST_ADDRESSES) {
            windows.values().removeIf(window -> over(window, now));
        }
        Window window =
                windows.compute(
                        address,
                        (key, old) ->
                                old == null || over(old, now)
                                        ? new Window(now, 1)
                                        : new Window(old.since(), old.tries() + 1));
        if (window.tries() > MOST) {
            throw new TooManyChecks();
        }
    }

    private static boolean over(Window window, Instant now) {
        return !window.since().plus(WINDOW).isAfter(now);
    }
}

package org.preceptorportal.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often a card is looked up from one address, and used, on this node (CA-5). In memory: a
 * restart forgives. High for an address, for a hospital has one; low for a card, for one person
 * watches one encounter at a time.
 */
@ApplicationScoped
class CardThrottle {
    /** Looks a minute from one address. */
    static final int MOST_LOOKS = 300;

    /** Observations an hour by one card. */
    static final int MOST_USES = 60;

    private static final Duration LOOKS = Duration.ofMinutes(1);
    private static final Duration USES = Duration.ofHours(1);
    private static final int MOST_KEYS = 50_000;

    private record Window(Instant until, int times) {}

    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    @Inject Clock clock;

    /**
     * @throws CardBusy beyond the limit
     */
    void look(String address) {
        pass("address " + address, LOOKS, MOST_LOOKS);
    }

    /**
     * @throws CardBusy beyond the limit
     */
    void use(long card) {
        pass("card " + card, USES, MOST_USES);
    }

    private void pass(String key, Duration span, int most) {
        Instant now = clock.instant();
        if (windows.size() >= MOST_KEYS) {
            windows.values().removeIf(window -> !window.until().isAfter(now));
        }
        Window window =
                windows.compute(
                        key,
                        (k, old) ->
                                old == null || !old.until().isAfter(now)
                                        ? new Window(now.plus(span), 1)
                                        : new Window(old.until(), old.times() + 1));
        if (window.times() > most) {
            throw new CardBusy();
        }
    }
}

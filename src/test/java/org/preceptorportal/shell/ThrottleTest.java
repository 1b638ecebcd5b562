package org.preceptorportal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Throttle.Limit LIMIT =
            new Throttle.Limit("knock", 3, Duration.ofMinutes(10));

    private final Throttle throttle = new Throttle(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void anAddressAtItsLimitWaitsForTheEndOfTheWindow() {
        for (int i = 0; i < LIMIT.most(); i++) {
            assertThat(throttle.spent(LIMIT, "192.0.2.1")).isFalse();
            throttle.count(LIMIT, "192.0.2.1");
        }

        assertThat(throttle.spent(LIMIT, "192.0.2.1")).isTrue();
        throttle.clock = Clock.fixed(NOW.plus(LIMIT.window()), ZoneOffset.UTC);
        assertThat(throttle.spent(LIMIT, "192.0.2.1")).isFalse();
    }

    @Test
    void othersAndOtherThingsAreNotConcerned() {
        for (int i = 0; i < LIMIT.most(); i++) {
            throttle.count(LIMIT, "192.0.2.1");
        }

        assertThat(throttle.spent(LIMIT, "192.0.2.2")).isFalse();
        Throttle.Limit other = new Throttle.Limit("ring", 3, Duration.ofMinutes(10));
        assertThat(throttle.spent(other, "192.0.2.1")).isFalse();
    }
}

package org.preceptorportal.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The one source of time (SH-1). */
@ApplicationScoped
public class PortalClock {
    private static final ThreadLocal<Instant> LIVED_AGAIN = new ThreadLocal<>();

    @Produces
    @Dependent
    public Clock clock() {
        return new OfThisThread(ZoneOffset.UTC);
    }

    /** Does something as if it were then: how a demo season gets its past. */
    public void at(Instant then, Runnable deed) {
        LIVED_AGAIN.set(then);
        try {
            deed.run();
        } finally {
            LIVED_AGAIN.remove();
        }
    }

    /** Pages keep it, so it can be written down. */
    private static final class OfThisThread extends Clock implements Serializable {
        private static final long serialVersionUID = 1L;

        private final ZoneId zone;

        OfThisThread(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            Instant then = LIVED_AGAIN.get();
            return then == null ? Clock.systemUTC().instant() : then;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new OfThisThread(other);
        }
    }
}

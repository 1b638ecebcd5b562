package org.preceptorportal.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.Nights;
import org.preceptorportal.night.Runs;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Tenant;

/** Yesterday's night, run today. */
@ApplicationScoped
class DemoNight {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

    @Inject Nights nights;
    @Inject Runs runs;
    @Inject Seasons seasons;
    @Inject Clock clock;

    /**
     * Starts it and waits for its end: a portal that says "ready" has a shelf to look at.
     *
     * @throws IllegalStateException when the night does not end well
     */
    void run(Tenant tenant) {
        Caller portal = Caller.portal(tenant.id());
        LocalDate yesterday = LocalDate.now(clock.withZone(seasons.current().zone())).minusDays(1);
        OptionalLong run = nights.makeUp(portal, yesterday);
        if (run.isEmpty()) {
            return;
        }
        long tries = PATIENCE.dividedBy(LOOK_AGAIN);
        NightView view = runs.night(portal, run.getAsLong());
        for (long i = 0; i < tries && view.active(); i++) {
            pause();
            view = runs.night(portal, run.getAsLong());
        }
        if (!view.completed()) {
            throw new IllegalStateException("the demo's night is " + view.status());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the portal stops while the demo loads", e);
        }
    }
}

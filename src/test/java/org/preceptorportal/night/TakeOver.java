package org.preceptorportal.night;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a node does when it is back: it goes on with the nights it left behind. */
@ApplicationScoped
public class TakeOver {
    @Inject NightClock clock;

    public void now() {
        clock.begin();
        clock.tick();
    }
}

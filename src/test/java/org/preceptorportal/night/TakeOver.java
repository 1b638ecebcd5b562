package org.preceptorportal.night;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.preceptorportal.shell.PortalClock;
import org.preceptorportal.shell.Tenant;

/** What a node does by its clock. */
@ApplicationScoped
public class TakeOver {
    @Inject NightClock ticks;
    @Inject Nights nights;
    @Inject PortalClock clock;

    /** It is back, and goes on with the nights it left behind. */
    public void now() {
        ticks.begin();
        ticks.tick();
    }

    /** It looks for lapsed leases and for jobs whose turn has come. */
    public void tick() {
        ticks.tick();
    }

    /** What is due for one institution at a moment. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void startDue(Tenant tenant, Instant at) {
        clock.at(at, () -> nights.startDue(tenant));
    }
}

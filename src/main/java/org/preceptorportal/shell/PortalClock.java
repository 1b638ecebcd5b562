package org.preceptorportal.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one source of time (SH-1). */
@ApplicationScoped
public class PortalClock {
    @Produces
    @Dependent
    public Clock clock() {
        return Clock.systemUTC();
    }
}

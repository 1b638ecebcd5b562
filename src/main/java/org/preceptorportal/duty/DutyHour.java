package org.preceptorportal.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.preceptorportal.shell.Tick;

/** Brings duties into step at the start, before anybody is served, and every ten minutes. */
@ApplicationScoped
public class DutyHour implements Tick {
    @Inject DutySync sync;

    @Override
    public void begin() {
        tick();
    }

    @Override
    public Duration first() {
        return every();
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void tick() {
        sync.institutions().forEach(sync::bring);
    }
}

package org.preceptorportal.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.preceptorportal.shell.Tick;

/** Looks soon after the start and then every ten minutes whether it is time for a reminder. */
@ApplicationScoped
public class ReminderHour implements Tick {
    @Inject Reminding reminding;

    @Override
    public Duration first() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void tick() {
        reminding.remindAll();
    }
}

package org.preceptorportal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.preceptorportal.shell.Tick;

/** When digests are written: soon after the start, and then each hour. */
@ApplicationScoped
public class DigestHour implements Tick {
    @Inject EvaluationDigests digests;

    @Override
    public Duration first() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void tick() {
        digests.mailAll();
    }
}

package org.preceptorportal.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.preceptorportal.manifest.Manifests;
import org.preceptorportal.night.Ended;
import org.preceptorportal.shell.Tick;

/**
 * Looks after nights that have ended: states what they made, tells the coordinators what went
 * wrong. Not on the night's own event: a portal that was killed as the night ended does both later.
 */
@ApplicationScoped
public class NightWatch implements Tick {
    private static final Logger LOG = System.getLogger(NightWatch.class.getName());

    @Inject Manifests manifests;
    @Inject NightMails mails;

    @Override
    public Duration first() {
        return Duration.ofSeconds(12);
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void tick() {
        // Whatever keeps a manifest from being signed must not keep the mail.
        for (Ended night : manifests.due()) {
            each("manifest", night.nightId(), () -> manifests.write(night));
        }
        for (Ended night : mails.due()) {
            each("mail", night.nightId(), () -> mails.tell(night));
        }
    }

    private static void each(String duty, long night, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The " + duty + " of night " + night + " has to wait", e);
        }
    }
}

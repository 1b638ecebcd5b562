package org.preceptorportal.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.preceptorportal.shell.Tick;

/** Makes the certificates of letters that were signed a moment ago, on whichever node is first. */
@ApplicationScoped
public class CertificateTick implements Tick {
    private static final Logger LOG = System.getLogger(CertificateTick.class.getName());

    /** Then others get their turn: a tick shall not last for minutes. */
    private static final int MOST_PER_ROUND = 20;

    @Inject Certificates certificates;

    @Override
    public Duration first() {
        return every();
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void tick() {
        for (long signedLetter : certificates.missing(MOST_PER_ROUND)) {
            try {
                certificates.make(signedLetter);
            } catch (RuntimeException e) {
                // One that cannot be made must not keep the others waiting; it is tried again.
                LOG.log(Level.ERROR, "No certificate for signed letter " + signedLetter, e);
            }
        }
    }
}

package org.preceptorportal.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.preceptorportal.seal.SealNotPossible;
import org.preceptorportal.shell.Tick;

/** Makes the certificates of letters that were signed a moment ago, on whichever node is first. */
@ApplicationScoped
public class CertificateTick implements Tick {
    private static final Logger LOG = System.getLogger(CertificateTick.class.getName());

    /** Then others get their turn: a tick shall not last for minutes. */
    private static final int MOST_PER_ROUND = 20;

    @Inject Certificates certificates;

    /** The last letter of the round before; 0 begins anew. */
    private long after;

    @Override
    public Duration first() {
        return every();
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    /** Those that cannot be made must not keep the others waiting: the next round goes on here. */
    @Override
    public void tick() {
        List<Long> round = certificates.missing(after, MOST_PER_ROUND);
        after = round.size() < MOST_PER_ROUND ? 0 : round.get(round.size() - 1);
        for (long signedLetter : round) {
            try {
                certificates.make(signedLetter);
            } catch (SealNotPossible e) {
                LOG.log(Level.ERROR, "No certificate can be sealed now", e);
                return;
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "No certificate for signed letter " + signedLetter, e);
            }
        }
    }
}

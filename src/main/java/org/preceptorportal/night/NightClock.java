package org.preceptorportal.night;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/**
 * Ticks on every node; the database decides who acts (docs/adr/0003). The timer is not persistent
 * on purpose: Payara Micro's persistent ones fire once after a fail-over and then never again.
 */
@Singleton(name = "NightClock")
@Startup
@DependsOn("Migration")
@TransactionManagement(TransactionManagementType.BEAN)
public class NightClock {
    private static final Logger LOG = System.getLogger(NightClock.class.getName());
    private static final int PATIENCE_SECONDS = 20;

    @Inject Nights nights;
    @Inject NightJob job;
    @Inject RunLog log;

    private boolean atStartUp = true;

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void tick() {
        each("heartbeat", job::beat);
        each("take-over", this::takeOver);
        each("schedule", nights::startDue);
    }

    private void takeOver() {
        boolean first = atStartUp;
        atStartUp = false;
        for (RunLog.Claim claim : log.takeOver(first)) {
            if (job.works(claim.run().run())) {
                // This JVM slept past its own lease and its job's threads still run: they are
                // fenced
                // off by the new epoch; the lease lapses again once they are gone.
                LOG.log(Level.WARNING, "The night {0} slept past its lease", claim.run().run());
            } else {
                each("resume", () -> job.resume(claim));
            }
        }
    }

    // One duty that fails must not keep the others from being done.
    private static void each(String duty, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The night clock's " + duty + " failed", e);
        }
    }

    /** Lets running nights reach their next checkpoint; they go on when this node is back. */
    @PreDestroy
    void stop() {
        job.stopAll();
        try {
            for (int i = 0; i < PATIENCE_SECONDS * 10 && !job.idle(); i++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

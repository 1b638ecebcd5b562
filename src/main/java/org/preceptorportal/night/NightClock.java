package org.preceptorportal.night;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

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

    @Inject Nights nights;
    @Inject NightJob job;
    @Inject RunLog log;

    private List<RunLog.Claim> leftBehind = List.of();

    /**
     * Claims what this node left behind before anybody can ask for a new run; the jobs go on with
     * the first tick, when the portal is whole. They are held at once: after a slow start that tick
     * would find their leases lapsed and claim them a second time.
     */
    @PostConstruct
    void begin() {
        leftBehind = log.takeOver(true, job.held());
        leftBehind.forEach(claim -> job.hold(claim.run()));
    }

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void tick() {
        each("heartbeat", job::beat);
        each("take-over", this::takeOver);
        each("schedule", nights::startDue);
    }

    private void takeOver() {
        List<RunLog.Claim> waiting = leftBehind;
        leftBehind = List.of();
        // The heartbeat before has let go of those that another node took meanwhile.
        waiting.stream().filter(claim -> job.holds(claim.run())).forEach(this::resume);
        log.takeOver(false, job.held()).forEach(this::resume);
    }

    private void resume(RunLog.Claim claim) {
        each("resume", () -> job.resume(claim));
    }

    // One duty that fails must not keep the others from being done.
    private static void each(String duty, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The night clock's " + duty + " failed", e);
        }
    }
}

package org.preceptorportal.night;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Tick;

/**
 * Ticks on every node; the database decides who acts (docs/adr/0003). Jobs whose turn has come are
 * {@link Launching}'s.
 */
@ApplicationScoped
public class NightClock implements Tick {
    private static final Logger LOG = System.getLogger(NightClock.class.getName());

    @Inject Nights nights;
    @Inject NightJob job;
    @Inject RunLog log;
    @Inject NightLog nightLog;
    @Inject Launching launching;

    private List<RunLog.Claim> leftBehind = List.of();

    /**
     * Claims what this node left behind before anybody can ask for a new run; the jobs go on with
     * the first tick, when the portal is whole. They are held at once: after a slow start that tick
     * would find their leases lapsed and claim them a second time.
     */
    @Override
    public void begin() {
        leftBehind = log.takeOver(true, job.held());
        leftBehind.forEach(claim -> job.hold(claim.run()));
        nightLog.leftBehind()
                .forEach(left -> nightLog.reopen(Caller.portal(left.tenant()), left.night()));
        launching.begin();
    }

    @Override
    public Duration first() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void tick() {
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

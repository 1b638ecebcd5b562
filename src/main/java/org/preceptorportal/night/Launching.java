package org.preceptorportal.night;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The one thread of a node that begins jobs and stops them. Whoever asks for a night writes a row
 * and wakes it: the server hands what a request has, its entity manager among it, to every thread
 * that the request starts, and closes it with the request (docs/adr/0042).
 *
 * <p>It hears the signal to end before the server does, which takes the database away first of all:
 * the jobs stop at their next chunk, and only then the server is told (docs/adr/0043).
 */
@ApplicationScoped
public class Launching {
    private static final Logger LOG = System.getLogger(Launching.class.getName());

    /** What another node wrote is seen within this time. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** For the chunks that are at work; {@code ./portal down} waits a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A run that is at its chunk is told so again each time. */
    private static final Duration LOOK_WHILE_LEAVING = Duration.ofMillis(250);

    private static final Signal TERM = new Signal("TERM");

    @Resource ManagedThreadFactory threads;

    @Inject NightJob job;
    @Inject RunLog log;

    private final Semaphore asked = new Semaphore(0);
    private Thread thread;
    private volatile boolean leaving;
    private final CountDownLatch left = new CountDownLatch(1);
    private SignalHandler before;

    /** Once, as the portal starts. */
    synchronized void begin() {
        if (thread == null) {
            thread = threads.newThread(this::work);
            thread.start();
            hear();
        }
    }

    /** There is something to begin or to stop: what is committed by now is seen at once. */
    void wake() {
        asked.release();
    }

    /** True once this node begins nothing any more. */
    boolean leaving() {
        return leaving;
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Duration wait = leaving ? LOOK_WHILE_LEAVING : LOOK_AGAIN;
                if (asked.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    asked.drainPermits();
                }
                once();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "Nights cannot go on for the moment", e);
            }
        }
    }

    private void once() {
        if (leaving) {
            job.stopAll();
            if (job.held().isEmpty()) {
                left.countDown();
            }
            return;
        }
        job.stopAsked();
        for (long night : log.waiting()) {
            try {
                job.goOn(night);
            } catch (RuntimeException e) {
                // One institution's trouble must not cost the others their night.
                LOG.log(Level.ERROR, "Night " + night + " cannot go on for the moment", e);
            }
        }
    }

    // The signal's own thread has no place in the server, where a bean's proxy may fail: it only
    // waits, and whatever happens, it ends the portal.
    private void hear() {
        try {
            before = Signal.handle(TERM, this::leave);
        } catch (IllegalArgumentException e) {
            LOG.log(
                    Level.WARNING,
                    "This machine leaves no signal to the portal: {0}",
                    e.getMessage());
        }
    }

    private void leave(Signal signal) {
        if (leaving) {
            return;
        }
        leaving = true;
        wake();
        try {
            if (!left.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "A night was still at its chunk as the portal ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            System.exit(128 + signal.getNumber());
        }
    }

    /** Without the application a signal is the server's again. */
    @PreDestroy
    void end() {
        if (before != null) {
            Signal.handle(TERM, before);
        }
    }
}

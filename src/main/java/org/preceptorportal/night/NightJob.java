package org.preceptorportal.night;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.RunLost;

/**
 * The Jakarta Batch side of a run: starts, restarts and stops its job in this JVM, and knows which
 * runs this JVM works on. Called outside any transaction: the job's threads must see the run's row.
 */
@ApplicationScoped
public class NightJob {
    private static final Logger LOG = System.getLogger(NightJob.class.getName());
    private static final Set<BatchStatus> OVER =
            Set.of(
                    BatchStatus.STOPPED,
                    BatchStatus.FAILED,
                    BatchStatus.COMPLETED,
                    BatchStatus.ABANDONED);

    @Inject RunLog log;
    @Inject Launching launching;

    private final Map<Long, Held> held = new ConcurrentHashMap<>();

    /**
     * @param fault what ended one of its steps first, or null
     * @param ended how it ended, while the database does not know it yet; else null
     */
    private record Held(NightRun run, Long executionId, Fault fault, BatchStatus ended) {
        boolean isOf(NightRun other) {
            return run.epoch() == other.epoch();
        }
    }

    /** Starts the jobs of a night whose turn has come, or ends the night (NI-7). */
    void goOn(long night) {
        if (launching.leaving()) {
            return;
        }
        for (RunLog.Claim claim : log.claimReady(night)) {
            resume(claim);
        }
    }

    /**
     * Starts a run's job, or goes on with it: at its checkpoint if Jakarta Batch still knows the
     * execution, else by a new one, whose parts go on where they were all the same (LE-2).
     */
    void resume(RunLog.Claim claim) {
        NightRun run = claim.run();
        hold(run);
        try {
            if (!restarted(run, claim.executionId())) {
                note(run, operator().start(run.job(), run.parameters()));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The job " + run.job() + " could not be started", e);
            failed(run, Fault.of(run.job(), e));
            over(run, BatchStatus.FAILED);
        }
    }

    private boolean restarted(NightRun run, Long executionId) {
        if (executionId == null) {
            return false;
        }
        try {
            note(run, operator().restart(executionId, run.parameters()));
            LOG.log(Level.INFO, "The run {0} goes on, epoch {1}", run.run(), run.epoch());
            return true;
        } catch (BatchRuntimeException e) {
            LOG.log(Level.WARNING, "The run " + run.run() + " cannot be resumed, starts anew", e);
            return false;
        }
    }

    /** Called by the job's listener once it runs. */
    public void begun(NightRun run, long executionId) {
        note(run, executionId);
        log.started(run, executionId);
    }

    /** Called by a step's listeners; the first one counts. */
    public void failed(NightRun run, Fault fault) {
        held.computeIfPresent(
                run.run(),
                (id, old) ->
                        old.isOf(run) && old.fault() == null
                                ? new Held(run, old.executionId(), fault, old.ended())
                                : old);
    }

    /** Called by the job's listener as the last thing. */
    public void over(NightRun run, BatchStatus status) {
        Held holding = held.get(run.run());
        Fault fault = holding != null && holding.isOf(run) ? holding.fault() : null;
        if (fault == null && status == BatchStatus.FAILED) {
            fault = Fault.unheard(run.job());
        }
        try {
            log.ended(run, status, fault);
        } catch (RunLost e) {
            release(run);
            throw e;
        } catch (RuntimeException e) {
            // With the database gone nobody may know it; the heartbeat says it as soon as it can.
            LOG.log(Level.ERROR, "The end of run " + run.run() + " has to wait", e);
            held.computeIfPresent(
                    run.run(),
                    (id, old) ->
                            old.isOf(run)
                                    ? new Held(run, old.executionId(), old.fault(), status)
                                    : old);
            return;
        }
        release(run);
        launching.wake();
    }

    /** This JVM works on the run from now on; a later epoch takes the place of an earlier one. */
    void hold(NightRun run) {
        held.merge(
                run.run(),
                new Held(run, null, null, null),
                (old, now) -> old.run().epoch() >= run.epoch() ? old : now);
    }

    // Keeps which execution to watch, as long as the run is held under this very epoch.
    private void note(NightRun run, long executionId) {
        held.computeIfPresent(
                run.run(),
                (id, old) ->
                        old.isOf(run) ? new Held(run, executionId, old.fault(), old.ended()) : old);
    }

    // A job that ends late must not let go of the run that was taken over again after it.
    private void release(NightRun run) {
        held.computeIfPresent(run.run(), (id, old) -> old.isOf(run) ? null : old);
    }

    /** True while this JVM works on the run under this very epoch. */
    boolean holds(NightRun run) {
        Held holding = held.get(run.run());
        return holding != null && holding.isOf(run);
    }

    /** The runs that this JVM works on. */
    Set<Long> held() {
        return Set.copyOf(held.keySet());
    }

    /** The heartbeat: prolongs the leases of this JVM's runs and lets go of those it has lost. */
    void beat() {
        for (Held holding : held.values()) {
            NightRun run = holding.run();
            try {
                if (holding.ended() != null) {
                    over(run, holding.ended());
                } else if (holding.executionId() != null && isOver(holding.executionId())) {
                    // Its thread died without reaching the listener.
                    over(run, operator().getJobExecution(holding.executionId()).getBatchStatus());
                } else {
                    log.prolong(run);
                }
            } catch (RunLost e) {
                LOG.log(Level.WARNING, "The run {0} went to another node", run.run());
                release(run);
                stop(holding);
            } catch (RuntimeException e) {
                // The other runs' leases must not lapse for it.
                LOG.log(Level.ERROR, "The run " + run.run() + " could not be prolonged", e);
            }
        }
    }

    /** Stops those of this JVM's runs that somebody, on any node, asked to stop. */
    void stopAsked() {
        log.askedToStop(held())
                .forEach(
                        id -> {
                            Held holding = held.get(id);
                            if (holding != null) {
                                stop(holding);
                            }
                        });
    }

    /** Stops all of this JVM's runs, for it is to end. */
    void stopAll() {
        held.values().forEach(this::stop);
    }

    private void stop(Held holding) {
        if (holding.executionId() == null) {
            return;
        }
        try {
            operator().stop(holding.executionId());
        } catch (BatchRuntimeException e) {
            LOG.log(Level.INFO, "The run {0} is no longer running", holding.run().run());
        }
    }

    private static boolean isOver(long executionId) {
        return OVER.contains(operator().getJobExecution(executionId).getBatchStatus());
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}

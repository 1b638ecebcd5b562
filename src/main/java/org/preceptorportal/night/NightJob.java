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

/**
 * The Jakarta Batch side of a run: starts, restarts and stops the job {@code night} in this JVM,
 * and knows which runs this JVM works on. Called outside any transaction: the job's threads must
 * see the run's row.
 */
@ApplicationScoped
public class NightJob {
    private static final Logger LOG = System.getLogger(NightJob.class.getName());
    private static final String NAME = "night";
    private static final Set<BatchStatus> OVER =
            Set.of(
                    BatchStatus.STOPPED,
                    BatchStatus.FAILED,
                    BatchStatus.COMPLETED,
                    BatchStatus.ABANDONED);

    @Inject RunLog log;

    private final Map<Long, Held> held = new ConcurrentHashMap<>();

    private record Held(NightRun run, Long executionId) {}

    /** Starts the job of a new run. */
    void launch(NightRun run) {
        held.put(run.run(), new Held(run, null));
        try {
            operator().start(NAME, run.parameters());
        } catch (RuntimeException e) {
            held.remove(run.run());
            LOG.log(Level.ERROR, "The night " + run.run() + " could not be started", e);
            log.failed(run, e.getClass().getSimpleName());
            log.ended(run, BatchStatus.FAILED.name());
            throw e;
        }
    }

    /**
     * Goes on with a run taken over: at its checkpoint if Jakarta Batch still knows the execution,
     * else from the beginning, which makes nothing twice because every artefact has its key (S5).
     */
    void resume(RunLog.Claim claim) {
        NightRun run = claim.run();
        if (claim.executionId() == null) {
            startAnew(run);
            return;
        }
        held.put(run.run(), new Held(run, null));
        try {
            operator().restart(claim.executionId(), run.parameters());
            LOG.log(Level.INFO, "The night {0} goes on, epoch {1}", run.run(), run.epoch());
        } catch (BatchRuntimeException e) {
            LOG.log(Level.WARNING, "The night " + run.run() + " cannot be resumed, starts anew", e);
            startAnew(run);
        }
    }

    private void startAnew(NightRun run) {
        log.forgetLedger(run.run());
        launch(run);
    }

    /** Called by the job's listener once it runs. */
    public void begun(NightRun run, long executionId) {
        held.put(run.run(), new Held(run, executionId));
        log.started(run, executionId);
    }

    /** Called by the job's listener as the last thing. */
    public void over(NightRun run, BatchStatus status) {
        try {
            log.ended(run, status.name());
        } finally {
            held.remove(run.run());
        }
    }

    /** The runs that this JVM works on. */
    Set<Long> held() {
        return Set.copyOf(held.keySet());
    }

    /**
     * The epoch under which this JVM works on a run.
     *
     * @throws RunLost when it does not, or no longer
     */
    long epochOf(long runId) {
        Held holding = held.get(runId);
        if (holding == null) {
            throw new RunLost(runId);
        }
        return holding.run().epoch();
    }

    /** The heartbeat: prolongs the leases of this JVM's runs and lets go of those it has lost. */
    void beat() {
        for (Held holding : held.values()) {
            NightRun run = holding.run();
            try {
                if (holding.executionId() != null && isOver(holding.executionId())) {
                    // Its thread died without reaching the listener.
                    over(run, operator().getJobExecution(holding.executionId()).getBatchStatus());
                } else {
                    log.prolong(run.run(), run.epoch());
                }
            } catch (RunLost e) {
                LOG.log(Level.WARNING, "The night {0} went to another node", run.run());
                held.remove(run.run());
                stop(holding);
            }
        }
    }

    private void stop(Held holding) {
        if (holding.executionId() == null) {
            return;
        }
        try {
            operator().stop(holding.executionId());
        } catch (BatchRuntimeException e) {
            LOG.log(Level.INFO, "The night {0} is no longer running", holding.run().run());
        }
    }

    private static boolean isOver(long executionId) {
        return OVER.contains(operator().getJobExecution(executionId).getBatchStatus());
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}

package org.preceptorportal.ledger;

import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Properties;

/**
 * Cuts a step into parts, of which as many run side by side as there are {@link Threads}. A restart
 * has the parts that the first try cut (LE-2).
 */
public abstract class StepParts implements PartitionMapper {
    @Inject JobContext job;
    @Inject StepContext step;
    @Inject StepLedger ledger;

    @Inject Threads threads;

    /**
     * The step's order in pieces for so many threads: {@link Range#split}, or {@link Range#whole}
     * for a step whose items must not run side by side.
     */
    protected abstract List<Range> ranges(NightRun night, int threads);

    @Override
    public PartitionPlan mapPartitions() {
        try {
            return plan();
        } catch (RuntimeException | Error e) {
            // Jakarta Batch marks the step as failed and forgets why: the step's listener asks
            // here.
            step.setTransientUserData(e);
            throw e;
        }
    }

    private PartitionPlan plan() {
        NightRun night = NightRun.of(job);
        int wanted = threads.number();
        int parts = ledger.parts(night, step.getStepName(), () -> ranges(night, wanted));
        Properties[] numbers = new Properties[parts];
        for (int i = 0; i < parts; i++) {
            numbers[i] = new Properties();
            numbers[i].setProperty("part", Integer.toString(i));
        }
        PartitionPlanImpl plan = new PartitionPlanImpl();
        plan.setPartitions(parts);
        plan.setThreads(Math.min(parts, wanted));
        plan.setPartitionProperties(numbers);
        // Else Jakarta Batch compares with what it remembers, which a killed server did not write:
        // such a step could never be restarted.
        plan.setPartitionsOverride(true);
        return plan;
    }
}

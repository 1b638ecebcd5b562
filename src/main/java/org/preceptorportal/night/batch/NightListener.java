package org.preceptorportal.night.batch;

import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.night.NightJob;

/** Writes into the run's row that the job began and how it ended. */
@Named
@Dependent
public class NightListener implements JobListener {
    @Inject JobContext context;
    @Inject NightJob job;

    @Override
    public void beforeJob() {
        job.begun(NightRun.of(context), context.getExecutionId());
    }

    @Override
    public void afterJob() {
        job.over(NightRun.of(context), last(context.getBatchStatus()));
    }

    // Jakarta Batch settles the final status only after this call.
    private static BatchStatus last(BatchStatus now) {
        return switch (now) {
            case STARTED -> BatchStatus.COMPLETED;
            case STOPPING -> BatchStatus.STOPPED;
            default -> now;
        };
    }
}

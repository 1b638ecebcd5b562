package org.preceptorportal.night.batch;

import jakarta.batch.api.chunk.listener.AbstractChunkListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.night.Fault;
import org.preceptorportal.night.NightJob;

/**
 * Notes what kind of error ended a part of a step (NI-6); the step itself only hears that one did.
 */
@Named
@Dependent
public class NightChunkListener extends AbstractChunkListener {
    @Inject JobContext job;
    @Inject StepContext step;
    @Inject NightJob jobs;

    @Override
    public void onError(Exception thrown) {
        jobs.failed(NightRun.of(job), Fault.of(step.getStepName(), thrown));
    }
}

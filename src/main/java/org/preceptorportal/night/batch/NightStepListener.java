package org.preceptorportal.night.batch;

import jakarta.batch.api.listener.StepListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.StepLedger;
import org.preceptorportal.night.Fault;
import org.preceptorportal.night.NightJob;

/** Times every step and notes what kind of error ended one (NI-6). */
@Named
@Dependent
public class NightStepListener implements StepListener {
    @Inject JobContext job;
    @Inject StepContext step;
    @Inject StepLedger ledger;
    @Inject NightJob jobs;

    @Override
    public void beforeStep() {
        ledger.begin(NightRun.of(job).run(), step.getStepName());
    }

    @Override
    public void afterStep() {
        NightRun run = NightRun.of(job);
        if (step.getException() != null) {
            jobs.failed(run, Fault.of(step.getStepName(), step.getException()));
        } else if (step.getTransientUserData() instanceof Throwable cutting) {
            jobs.failed(run, Fault.of(step.getStepName(), cutting));
        } else if (step.getBatchStatus() == BatchStatus.STARTED) {
            ledger.end(run.run(), step.getStepName());
        }
    }
}

package org.preceptorportal.night.batch;

import jakarta.batch.api.listener.StepListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.SQLException;
import org.preceptorportal.night.NightRun;
import org.preceptorportal.night.RunLog;
import org.preceptorportal.night.StepLedger;

/** Times every step and notes what kind of error ended one (NI-6). */
@Named
@Dependent
public class NightStepListener implements StepListener {
    @Inject JobContext job;
    @Inject StepContext step;
    @Inject StepLedger ledger;
    @Inject RunLog log;

    @Override
    public void beforeStep() {
        ledger.begin(NightRun.of(job).run(), step.getStepName());
    }

    @Override
    public void afterStep() {
        NightRun run = NightRun.of(job);
        if (step.getException() != null) {
            log.failed(run, step.getStepName() + ": " + kind(step.getException()));
        } else if (step.getBatchStatus() != BatchStatus.STOPPING) {
            ledger.end(run.run(), step.getStepName());
        }
    }

    static String kind(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String name = root.getClass().getSimpleName();
        return root instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
    }
}

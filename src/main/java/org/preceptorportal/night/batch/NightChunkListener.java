package org.preceptorportal.night.batch;

import jakarta.batch.api.chunk.listener.AbstractChunkListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.RunLost;
import org.preceptorportal.night.RunLog;

/**
 * Notes what kind of error ended a part of a step (NI-6); the step itself only hears that one did.
 */
@Named
@Dependent
public class NightChunkListener extends AbstractChunkListener {
    private static final Logger LOG = System.getLogger(NightChunkListener.class.getName());

    @Inject JobContext job;
    @Inject StepContext step;
    @Inject RunLog log;

    @Override
    public void onError(Exception thrown) {
        try {
            log.failed(NightRun.of(job), step.getStepName() + ": " + kind(thrown));
        } catch (RunLost e) {
            LOG.log(Level.INFO, e.getMessage());
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

package org.preceptorportal.calibration.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.calibration.Calibrations;
import org.preceptorportal.calibration.batch.StratumProcessor.Fitted;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.StepLedger;

/** Keeps what was fitted, with its counts. */
@Named
@Dependent
public class StratumWriter extends AbstractItemWriter {
    @Inject JobContext job;
    @Inject StepContext step;
    @Inject Calibrations calibrations;
    @Inject StepLedger ledger;

    @Override
    public void writeItems(List<Object> items) {
        NightRun night = NightRun.of(job);
        int read = 0;
        int made = 0;
        for (Object each : items) {
            Fitted fitted = (Fitted) each;
            read += fitted.row().items();
            if (fitted.stratum() != null) {
                made++;
                if (!night.dryRun()) {
                    calibrations.keep(
                            night.run(),
                            fitted.item().calibration(),
                            fitted.item().key(),
                            fitted.stratum());
                }
            }
        }
        ledger.count(night, step, read, made, read - made, 0);
    }
}

package org.preceptorportal.retention.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.StepLedger;
import org.preceptorportal.retention.Retention;
import org.preceptorportal.store.StoreKeeping;

/** Sweeps, and counts where something was found. */
@Named
@Dependent
public class HouseWriter extends AbstractItemWriter {
    @Inject JobContext job;
    @Inject StepContext step;
    @Inject Retention retention;
    @Inject StepLedger ledger;

    @Override
    public void writeItems(List<Object> items) {
        NightRun night = NightRun.of(job);
        int found = 0;
        for (Object item : items) {
            int place = (Integer) item;
            boolean gone =
                    place == HouseParts.JOBS
                            ? retention.forgetJobs(night)
                            : retention.sweep(night, StoreKeeping.DIGITS.charAt(place - 1));
            found += gone ? 1 : 0;
        }
        ledger.count(night, step, items.size(), found, items.size() - found, 0);
    }
}

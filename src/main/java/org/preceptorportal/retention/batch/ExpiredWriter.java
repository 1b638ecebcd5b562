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
import org.preceptorportal.retention.Candidate;
import org.preceptorportal.retention.Retention;

/** Throws a chunk's rows away and counts them in the chunk's transaction (RT-5). */
@Named
@Dependent
public class ExpiredWriter extends AbstractItemWriter {
    @Inject JobContext job;
    @Inject StepContext step;
    @Inject Retention retention;
    @Inject StepLedger ledger;

    @Override
    public void writeItems(List<Object> items) {
        NightRun night = NightRun.of(job);
        int gone = retention.reclaim(night, items.stream().map(Candidate.class::cast).toList());
        ledger.count(night, step, items.size(), gone, items.size() - gone, 0);
    }
}

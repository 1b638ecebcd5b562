package org.preceptorportal.overview.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.StepLedger;
import org.preceptorportal.overview.GroupReports;
import org.preceptorportal.overview.MadeGroup;
import org.preceptorportal.store.Blob;

/** Keeps a chunk's reports and its counts in the chunk's transaction. */
@Named
@Dependent
public class GroupWriter extends AbstractItemWriter {
    @Inject JobContext job;
    @Inject StepContext step;
    @Inject GroupReports reports;
    @Inject StepLedger ledger;

    @Override
    public void writeItems(List<Object> items) {
        NightRun night = NightRun.of(job);
        List<MadeGroup<Blob>> drawn = new ArrayList<>();
        int read = 0;
        int skipped = 0;
        for (Object each : items) {
            GroupOutcome outcome = (GroupOutcome) each;
            read += outcome.items();
            if (outcome.skipped()) {
                skipped++;
                ledger.skip(
                        night.run(),
                        step.getStepName(),
                        outcome.item().subject().kind() + " " + outcome.item().subject().id(),
                        outcome.item().name(),
                        outcome.reason());
            } else if (outcome.made() != null) {
                drawn.add(outcome.made());
            }
        }
        int made =
                night.dryRun()
                        ? drawn.size()
                        : reports.keep(night.run(), night.tenant(), night.season(), drawn);
        ledger.count(night, step, read, made, read - made - skipped, skipped);
    }
}

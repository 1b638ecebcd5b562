package org.preceptorportal.archive.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.archive.Archive;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.StepLedger;

/** Keeps a chunk's archive files and its counts in the chunk's transaction. */
@Named
@Dependent
public class ArchiveWriter extends AbstractItemWriter {
    @Inject JobContext job;
    @Inject StepContext step;
    @Inject Archive archive;
    @Inject StepLedger ledger;

    @Override
    public void writeItems(List<Object> items) {
        NightRun night = NightRun.of(job);
        int made = 0;
        int skipped = 0;
        for (Object item : items) {
            Outcome outcome = (Outcome) item;
            long letter = outcome.due().signedLetterId();
            if (outcome.reason() != null) {
                // No names: whoever reads the night's page need not know who wrote about whom.
                ledger.skip(
                        night.run(),
                        step.getStepName(),
                        Long.toString(letter),
                        "Signed letter " + letter,
                        outcome.reason());
                skipped++;
            } else if (night.dryRun()
                    || archive.keep(night.run(), night.tenant(), outcome.due(), outcome.lifted())) {
                made++;
            }
        }
        ledger.count(night, step, items.size(), made, items.size() - made - skipped, skipped);
    }
}

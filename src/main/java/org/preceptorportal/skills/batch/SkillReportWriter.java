package org.preceptorportal.skills.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.StepLedger;
import org.preceptorportal.skills.SkillReports;

/** Keeps a chunk's reports and its counts in the chunk's transaction. */
@Named
@Dependent
public class SkillReportWriter extends AbstractItemWriter {
    @Inject JobContext job;
    @Inject StepContext step;
    @Inject SkillReports reports;
    @Inject StepLedger ledger;

    @Override
    public void writeItems(List<Object> items) {
        NightRun night = NightRun.of(job);
        String name = step.getStepName();
        int made = 0;
        int unchanged = 0;
        for (Object item : items) {
            Outcome outcome = (Outcome) item;
            if (outcome.skipped()) {
                ledger.skip(
                        night.run(),
                        name,
                        Long.toString(outcome.learnerId()),
                        outcome.label(),
                        outcome.reason());
            } else if (outcome.due()
                    && (night.dryRun()
                            || reports.keep(night.run(), night.tenant(), outcome.made()))) {
                made++;
            } else {
                unchanged++;
            }
        }
        ledger.count(night, step, items.size(), made, unchanged, items.size() - made - unchanged);
    }
}

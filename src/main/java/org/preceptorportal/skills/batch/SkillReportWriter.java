package org.preceptorportal.skills.batch;

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
        List<SkillReports.Stamped> drawn = new ArrayList<>();
        List<SkillReports.Current> same = new ArrayList<>();
        int read = 0;
        int due = 0;
        int skipped = 0;
        for (Object each : items) {
            Outcome outcome = (Outcome) each;
            LearnerItem item = outcome.item();
            read += outcome.learners();
            if (outcome.skipped()) {
                skipped++;
                ledger.skip(
                        night.run(),
                        step.getStepName(),
                        Long.toString(item.record().learnerId()),
                        outcome.label(),
                        outcome.reason());
            } else if (outcome.due()) {
                due++;
                drawn.add(new SkillReports.Stamped(outcome.made(), item.stamp()));
            } else if (item != null && item.stamp() != null) {
                same.add(
                        new SkillReports.Current(
                                item.record().learnerId(),
                                item.record().latestKey(),
                                item.stamp()));
            }
        }
        int made = due;
        if (!night.dryRun()) {
            made = reports.keep(night.run(), night.tenant(), drawn);
            reports.stamp(same);
        }
        ledger.count(night, step, read, made, read - made - skipped, skipped);
    }
}

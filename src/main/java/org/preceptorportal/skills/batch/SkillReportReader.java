package org.preceptorportal.skills.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.preceptorportal.night.NightRun;
import org.preceptorportal.night.StepLedger;
import org.preceptorportal.skills.LearnerRecord;
import org.preceptorportal.skills.LearnerRecords;

/** Learners with submitted evaluations, by id; a restart goes on after the last one. */
@Named
@Dependent
public class SkillReportReader extends AbstractItemReader {
    private static final int PAGE = 50;

    @Inject JobContext job;
    @Inject StepContext step;
    @Inject LearnerRecords learners;
    @Inject StepLedger ledger;

    private final Deque<LearnerRecord> page = new ArrayDeque<>();
    private NightRun night;
    private long last;

    @Override
    public void open(Serializable checkpoint) {
        night = NightRun.of(job);
        last = checkpoint == null ? 0 : (Long) checkpoint;
        ledger.expect(
                night.run(), step.getStepName(), learners.count(night.tenant(), night.cutoff()));
    }

    @Override
    public LearnerRecord readItem() {
        if (page.isEmpty()) {
            page.addAll(learners.page(night.tenant(), night.cutoff(), last, PAGE));
        }
        LearnerRecord next = page.poll();
        if (next != null) {
            last = next.learnerId();
        }
        return next;
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}

package org.preceptorportal.packet.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.preceptorportal.night.NightRun;
import org.preceptorportal.night.StepLedger;
import org.preceptorportal.packet.Applicants;

/** The programs that have an applicant, by id; the checkpoint is the last one's. */
@Named
@Dependent
public class LetterPacketReader extends AbstractItemReader {
    @Inject JobContext job;
    @Inject StepContext step;
    @Inject Applicants applicants;
    @Inject StepLedger ledger;

    private Iterator<Long> programs;
    private long last;

    @Override
    public void open(Serializable checkpoint) {
        NightRun night = NightRun.of(job);
        last = checkpoint == null ? 0 : (Long) checkpoint;
        List<Long> all = applicants.programs(night);
        ledger.expect(night.run(), step.getStepName(), all.size());
        programs = all.stream().filter(id -> id > last).iterator();
    }

    @Override
    public Object readItem() {
        if (!programs.hasNext()) {
            return null;
        }
        last = programs.next();
        return last;
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}

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
import org.preceptorportal.packet.Applicants.Applicant;

/**
 * The applicants of each program, by program id and learner id; one program's are held at a time.
 * The checkpoint is the last item's key.
 */
@Named
@Dependent
public class ApplicantFileReader extends AbstractItemReader {
    @Inject JobContext job;
    @Inject StepContext step;
    @Inject Applicants applicants;
    @Inject StepLedger ledger;

    private NightRun night;
    private Iterator<Long> programs;
    private Iterator<Applicant> ofProgram;
    private long lastProgram;
    private long lastLearner;

    @Override
    public void open(Serializable checkpoint) {
        night = NightRun.of(job);
        if (checkpoint != null) {
            String[] last = checkpoint.toString().split(":");
            lastProgram = Long.parseLong(last[0]);
            lastLearner = Long.parseLong(last[1]);
        }
        List<Long> all = applicants.programs(night);
        int expected = 0;
        for (long program : all) {
            expected += applicants.ofProgram(night, program).size();
        }
        ledger.expect(night.run(), step.getStepName(), expected);
        programs = all.stream().filter(id -> id >= lastProgram).iterator();
        ofProgram = List.<Applicant>of().iterator();
    }

    @Override
    public Object readItem() {
        while (!ofProgram.hasNext() && programs.hasNext()) {
            ofProgram =
                    applicants.ofProgram(night, programs.next()).stream()
                            .filter(this::isNext)
                            .iterator();
        }
        if (!ofProgram.hasNext()) {
            return null;
        }
        Applicant next = ofProgram.next();
        lastProgram = next.programId();
        lastLearner = next.learnerId();
        return next;
    }

    private boolean isNext(Applicant a) {
        return a.programId() > lastProgram || a.learnerId() > lastLearner;
    }

    @Override
    public Serializable checkpointInfo() {
        return lastProgram + ":" + lastLearner;
    }
}

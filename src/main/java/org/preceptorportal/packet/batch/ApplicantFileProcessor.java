package org.preceptorportal.packet.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.packet.ApplicantBinding;
import org.preceptorportal.packet.Applicants.Applicant;

/** Binds one applicant's file for one program. */
@Named
@Dependent
public class ApplicantFileProcessor implements ItemProcessor {
    @Inject JobContext job;
    @Inject ApplicantBinding binding;

    @Override
    public Object processItem(Object item) {
        return binding.bind(NightRun.of(job), (Applicant) item);
    }
}

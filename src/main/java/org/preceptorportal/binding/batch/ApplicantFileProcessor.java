package org.preceptorportal.binding.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.preceptorportal.binding.Applicant;
import org.preceptorportal.binding.ApplicantBinding;
import org.preceptorportal.binding.ApplicantBinding.Bound;
import org.preceptorportal.binding.Made;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Row;

/** Binds one applicant's file for one program. */
@Named
@Dependent
public class ApplicantFileProcessor implements ItemProcessor {
    @Inject JobContext job;
    @Inject ApplicantBinding binding;

    @Override
    public Object processItem(Object item) {
        Row<?> row = (Row<?>) item;
        Applicant applicant = (Applicant) row.item();
        if (applicant == null) {
            return new Bound(Made.unchanged(row.items()), null, null);
        }
        return binding.bind(NightRun.of(job), applicant);
    }
}

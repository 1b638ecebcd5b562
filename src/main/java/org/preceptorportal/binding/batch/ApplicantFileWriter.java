package org.preceptorportal.binding.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.preceptorportal.binding.ApplicantBinding;
import org.preceptorportal.binding.ApplicantBinding.Bound;
import org.preceptorportal.binding.MadeLedger;
import org.preceptorportal.ledger.NightRun;

/** Keeps the files that a chunk drew, all at once, and counts them. */
@Named
@Dependent
public class ApplicantFileWriter extends AbstractItemWriter {
    @Inject JobContext job;
    @Inject StepContext step;
    @Inject ApplicantBinding binding;
    @Inject MadeLedger ledger;

    @Override
    public void writeItems(List<Object> items) {
        NightRun night = NightRun.of(job);
        List<Bound> all = items.stream().map(Bound.class::cast).toList();
        binding.keep(night, all.stream().map(Bound::drawn).filter(Objects::nonNull).toList());
        ledger.count(night, step, all.stream().map(Bound::made).toList());
    }
}

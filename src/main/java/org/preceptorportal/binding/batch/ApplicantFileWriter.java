package org.preceptorportal.binding.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.preceptorportal.binding.ApplicantBinding;
import org.preceptorportal.binding.ApplicantBinding.Bound;
import org.preceptorportal.ledger.NightRun;

/** Keeps the files that a chunk drew, all at once, and counts them. */
@Named
@Dependent
public class ApplicantFileWriter extends PacketLedgerWriter {
    @Inject ApplicantBinding binding;

    @Override
    public void writeItems(List<Object> items) {
        List<Bound> all = items.stream().map(Bound.class::cast).toList();
        binding.keep(
                NightRun.of(job), all.stream().map(Bound::drawn).filter(Objects::nonNull).toList());
        super.writeItems(all.stream().<Object>map(Bound::made).toList());
    }
}

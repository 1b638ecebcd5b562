package org.preceptorportal.binding.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.binding.Made;
import org.preceptorportal.binding.Made.Result;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.StepLedger;

/** Counts what a chunk made, and lists what it left out, in the chunk's own transaction. */
@Named
@Dependent
public class PacketLedgerWriter extends AbstractItemWriter {
    @Inject JobContext job;
    @Inject StepContext step;
    @Inject StepLedger ledger;

    @Override
    public void writeItems(List<Object> items) {
        NightRun run = NightRun.of(job);
        List<Made> all = items.stream().map(Made.class::cast).toList();
        for (Made each : all) {
            if (each.reason() != null) {
                ledger.skip(
                        run.run(), step.getStepName(), each.item(), each.label(), each.reason());
            }
        }
        ledger.count(
                run,
                step,
                all.stream().mapToInt(Made::items).sum(),
                number(all, Result.MADE),
                number(all, Result.UNCHANGED),
                number(all, Result.SKIPPED));
    }

    private static int number(List<Made> all, Result result) {
        return all.stream().filter(m -> m.result() == result).mapToInt(Made::items).sum();
    }
}

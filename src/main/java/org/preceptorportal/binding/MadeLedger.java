package org.preceptorportal.binding;

import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.preceptorportal.binding.Made.Result;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.StepLedger;

/** Counts what a chunk made, and lists what it left out, in the chunk's own transaction. */
@ApplicationScoped
public class MadeLedger {
    @Inject StepLedger ledger;

    public void count(NightRun run, StepContext step, List<Made> all) {
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

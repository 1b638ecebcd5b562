package org.preceptorportal.anchor.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.preceptorportal.anchor.Anchoring;
import org.preceptorportal.anchor.Anchoring.Outcome;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.OutsideFault;
import org.preceptorportal.ledger.StepLedger;
import org.preceptorportal.seal.SealNotPossible;

/** Anchors the trail in the chunk's transaction; one that does not fit is a skip (S6). */
@Named
@Dependent
public class AnchorWriter extends AbstractItemWriter {
    private static final Logger LOG = System.getLogger(AnchorWriter.class.getName());

    @Inject JobContext job;
    @Inject StepContext step;
    @Inject Anchoring anchoring;
    @Inject StepLedger ledger;

    @Override
    public void writeItems(List<Object> items) {
        NightRun night = NightRun.of(job);
        Outcome outcome;
        try {
            outcome = anchoring.anchor(night.tenant(), night.night(), night.run(), !night.dryRun());
        } catch (SealNotPossible e) {
            if (e.reason() != SealNotPossible.Reason.NO_TIME_STAMP) {
                throw e;
            }
            throw new OutsideFault("no time-stamp for the audit trail", e);
        }
        if (outcome == Outcome.REFUSED) {
            LOG.log(Level.ERROR, "An audit trail is not the one that was anchored before");
            ledger.skip(
                    night.run(),
                    step.getStepName(),
                    "trail",
                    "Audit trail",
                    "It is not the one that was anchored before. The auditor finds the place on the"
                            + " page of the audit trail.");
        }
        ledger.count(
                night,
                step,
                1,
                outcome == Outcome.MADE ? 1 : 0,
                outcome == Outcome.UNCHANGED ? 1 : 0,
                outcome == Outcome.REFUSED ? 1 : 0);
    }
}

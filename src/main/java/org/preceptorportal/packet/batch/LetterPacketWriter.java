package org.preceptorportal.packet.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.binding.MadeLedger;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.packet.PacketMaking;
import org.preceptorportal.packet.PacketMaking.Outcome;

/** Keeps the packets that a chunk laid, all at once, and counts them. */
@Named
@Dependent
public class LetterPacketWriter extends AbstractItemWriter {
    @Inject JobContext job;
    @Inject StepContext step;
    @Inject PacketMaking packets;
    @Inject MadeLedger ledger;

    @Override
    public void writeItems(List<Object> items) {
        NightRun night = NightRun.of(job);
        ledger.count(
                night, step, packets.keep(night, items.stream().map(Outcome.class::cast).toList()));
    }
}

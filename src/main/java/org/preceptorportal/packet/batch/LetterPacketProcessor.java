package org.preceptorportal.packet.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.preceptorportal.binding.ProgramItem;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.packet.PacketMaking;
import org.preceptorportal.packet.PacketMaking.Outcome;

/** Lays one program's packet together. */
@Named
@Dependent
public class LetterPacketProcessor implements ItemProcessor {
    @Inject JobContext job;
    @Inject PacketMaking packets;

    @Override
    public Object processItem(Object item) {
        Row<?> row = (Row<?>) item;
        ProgramItem program = (ProgramItem) row.item();
        if (program == null) {
            return Outcome.unchanged(row.items());
        }
        return packets.lay(NightRun.of(job), program.program(), program.stamp());
    }
}

package org.preceptorportal.packet.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.preceptorportal.binding.Made;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.packet.PacketMaking;

/** Lays one program's packet together. */
@Named
@Dependent
public class LetterPacketProcessor implements ItemProcessor {
    @Inject JobContext job;
    @Inject PacketMaking packets;

    @Override
    public Object processItem(Object item) {
        ProgramItem given = (ProgramItem) item;
        return given.stamp() == null
                ? Made.unchanged(given.programs())
                : packets.make(NightRun.of(job), given.last(), given.stamp());
    }
}

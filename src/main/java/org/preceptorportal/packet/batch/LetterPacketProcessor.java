package org.preceptorportal.packet.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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
        return packets.make(NightRun.of(job), (Long) item);
    }
}

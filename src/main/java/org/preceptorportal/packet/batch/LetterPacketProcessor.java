package org.preceptorportal.packet.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.StepLedger;
import org.preceptorportal.packet.PacketMaking;

/** Lays one program's packet together. */
@Named
@Dependent
public class LetterPacketProcessor implements ItemProcessor {
    private static final String BINDING = "applicant-files";

    @Inject JobContext job;
    @Inject PacketMaking packets;
    @Inject StepLedger ledger;

    private Map<String, String> leftOut;

    @Override
    public Object processItem(Object item) {
        NightRun night = NightRun.of(job);
        if (leftOut == null) {
            leftOut = ledger.leftOut(night.run(), BINDING);
        }
        return packets.make(night, (Long) item, leftOut);
    }
}

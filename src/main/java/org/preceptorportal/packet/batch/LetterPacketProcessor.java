package org.preceptorportal.packet.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.stream.Collectors;
import org.preceptorportal.night.NightRun;
import org.preceptorportal.night.Runs;
import org.preceptorportal.night.SkipView;
import org.preceptorportal.packet.PacketMaking;
import org.preceptorportal.shell.Caller;

/** Lays one program's packet together. */
@Named
@Dependent
public class LetterPacketProcessor implements ItemProcessor {
    private static final String BINDING = "applicant-files";

    @Inject JobContext job;
    @Inject PacketMaking packets;
    @Inject Runs runs;

    private Map<String, String> leftOut;

    @Override
    public Object processItem(Object item) {
        NightRun night = NightRun.of(job);
        if (leftOut == null) {
            leftOut =
                    runs.get(Caller.portal(night.tenant()), night.run()).skips().stream()
                            .filter(skip -> skip.step().equals(BINDING))
                            .collect(Collectors.toMap(SkipView::item, SkipView::reason));
        }
        return packets.make(night, (Long) item, leftOut);
    }
}

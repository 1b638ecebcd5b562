package org.preceptorportal.packet.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.preceptorportal.binding.MadePackets;
import org.preceptorportal.binding.ProgramStamps;
import org.preceptorportal.binding.ProgramStamps.Stamped;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.PartReader;
import org.preceptorportal.ledger.Spot;

/** The programs that have an applicant, by id; neighbors of which nothing changed become one. */
@Named
@Dependent
public class LetterPacketReader extends PartReader<ProgramItem> {
    @Inject ProgramStamps stamps;
    @Inject MadePackets packets;

    // The whole part at once: the page after it is the end.
    private boolean read;

    /** A chunk that is tried again is read again. */
    @Override
    public void open(Serializable checkpoint) {
        super.open(checkpoint);
        read = false;
    }

    @Override
    protected List<ProgramItem> page(NightRun night, Spot after, Spot upTo, int size) {
        if (read) {
            return List.of();
        }
        read = true;
        Map<Long, String> made = packets.stamps(night.tenant(), night.season());
        List<ProgramItem> items = new ArrayList<>();
        int unchanged = 0;
        long last = 0;
        for (Stamped each : stamps.of(night, after.major() + 1, upTo.major()).values()) {
            if (each.stamp().equals(made.get(each.programId()))) {
                unchanged++;
                last = each.programId();
                continue;
            }
            if (unchanged > 0) {
                items.add(new ProgramItem(last, unchanged, null));
                unchanged = 0;
            }
            items.add(new ProgramItem(each.programId(), 1, each.stamp()));
        }
        if (unchanged > 0) {
            items.add(new ProgramItem(last, unchanged, null));
        }
        return items;
    }

    @Override
    protected Spot spot(ProgramItem item) {
        return Spot.of(item.last());
    }
}

package org.preceptorportal.packet.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.binding.ProgramItem;
import org.preceptorportal.binding.ProgramList;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.PartReader;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.ledger.Spot;

/** The programs that have an applicant, by id. */
@Named
@Dependent
public class LetterPacketReader extends PartReader<Row<ProgramItem>> {
    @Inject ProgramList programs;

    // Held here, so that they are compared once for all parts.
    private List<ProgramItem> all;

    @Override
    protected List<Row<ProgramItem>> page(NightRun night, Spot after, Spot upTo, int size) {
        if (all == null) {
            all = programs.forPackets(night);
        }
        return Row.of(all, ProgramItem::program, ProgramItem::unchanged, after, upTo);
    }

    @Override
    protected Spot spot(Row<ProgramItem> row) {
        return row.spot();
    }
}

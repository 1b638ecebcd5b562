package org.preceptorportal.packet.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.binding.ProgramItem;
import org.preceptorportal.binding.ProgramList;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Range;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.ledger.StepParts;

/** The programs that have an applicant. */
@Named
@Dependent
public class LetterPacketParts extends StepParts {
    /** A chunk. */
    private static final int LEAST = 8;

    @Inject ProgramList programs;

    @Override
    protected List<Range> ranges(NightRun night, int threads) {
        return Row.cut(
                programs.forPackets(night),
                ProgramItem::program,
                ProgramItem::unchanged,
                threads,
                LEAST);
    }
}

package org.preceptorportal.packet.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.binding.Applicants;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.PartReader;
import org.preceptorportal.ledger.Spot;

/** The programs that have an applicant, by id. */
@Named
@Dependent
public class LetterPacketReader extends PartReader<Long> {
    @Inject Applicants applicants;

    @Override
    protected List<Long> page(NightRun night, Spot after, Spot upTo, int size) {
        return applicants.perProgram(night).keySet().stream()
                .filter(id -> id > after.major() && id <= upTo.major())
                .toList();
    }

    @Override
    protected Spot spot(Long program) {
        return Spot.of(program);
    }
}

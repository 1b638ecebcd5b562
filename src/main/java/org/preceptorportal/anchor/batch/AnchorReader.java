package org.preceptorportal.anchor.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.PartReader;
import org.preceptorportal.ledger.Spot;

/** The institution's trail, once. */
@Named
@Dependent
public class AnchorReader extends PartReader<Long> {
    @Override
    protected List<Long> page(NightRun night, Spot after, Spot upTo, int size) {
        return after.equals(Spot.START) ? List.of(night.tenant()) : List.of();
    }

    @Override
    protected Spot spot(Long tenant) {
        return Spot.of(1);
    }
}

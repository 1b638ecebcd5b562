package org.preceptorportal.retention.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.LongStream;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.PartReader;
import org.preceptorportal.ledger.Spot;

/** The places of {@link HouseParts}, by number. */
@Named
@Dependent
public class HouseReader extends PartReader<Integer> {
    @Override
    protected List<Integer> page(NightRun night, Spot after, Spot upTo, int size) {
        return LongStream.rangeClosed(after.major() + 1, Math.min(upTo.major(), HouseParts.JOBS))
                .mapToObj(Math::toIntExact)
                .toList();
    }

    @Override
    protected Spot spot(Integer place) {
        return Spot.of(place);
    }
}

package org.preceptorportal.calibration.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.PartReader;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.ledger.Spot;

/** Domains and scales of the night's calibration. */
@Named
@Dependent
public class StratumReader extends PartReader<Row<StratumItem>> {
    @Inject StratumList strata;

    // Held here, so that it is found once for all parts.
    private List<StratumItem> items;

    @Override
    protected List<Row<StratumItem>> page(NightRun night, Spot after, Spot upTo, int size) {
        if (items == null) {
            items = strata.of(night);
        }
        return Row.of(items, StratumItem::number, StratumItem::known, after, upTo);
    }

    @Override
    protected Spot spot(Row<StratumItem> row) {
        return row.spot();
    }
}

package org.preceptorportal.overview.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.PartReader;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.ledger.Spot;
import org.preceptorportal.overview.GroupItem;
import org.preceptorportal.overview.GroupItems;

/** Cohort, preceptors and sites with evaluations in the season. */
@Named
@Dependent
public class GroupReader extends PartReader<Row<GroupItem>> {
    @Inject GroupItems items;

    // Held here, so that it is found once for all parts.
    private List<GroupItem> all;

    @Override
    protected List<Row<GroupItem>> page(NightRun night, Spot after, Spot upTo, int size) {
        if (all == null) {
            all = items.of(night);
        }
        return Row.of(all, GroupItem::number, GroupItem::known, after, upTo);
    }

    @Override
    protected Spot spot(Row<GroupItem> row) {
        return row.spot();
    }
}

package org.preceptorportal.overview.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Range;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.ledger.StepParts;
import org.preceptorportal.overview.GroupItem;
import org.preceptorportal.overview.GroupItems;

/** Cohort, preceptors and sites, in equal numbers. */
@Named
@Dependent
public class GroupParts extends StepParts {
    @Inject GroupItems items;

    @Override
    protected List<Range> ranges(NightRun night, int pieces) {
        return Row.cut(items.of(night), GroupItem::number, GroupItem::known, pieces);
    }
}

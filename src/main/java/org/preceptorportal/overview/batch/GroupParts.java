package org.preceptorportal.overview.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.LongStream;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Range;
import org.preceptorportal.ledger.StepParts;
import org.preceptorportal.overview.GroupItems;

/** Cohort, preceptors and sites, in equal numbers. */
@Named
@Dependent
public class GroupParts extends StepParts {
    @Inject GroupItems items;

    @Override
    protected List<Range> ranges(NightRun night, int pieces) {
        return Range.split(LongStream.rangeClosed(1, items.number(night)).boxed().toList(), pieces);
    }
}

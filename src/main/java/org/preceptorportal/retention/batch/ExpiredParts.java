package org.preceptorportal.retention.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Range;
import org.preceptorportal.ledger.StepParts;
import org.preceptorportal.retention.Retention;

/** One part: rules follow each other. */
@Named
@Dependent
public class ExpiredParts extends StepParts {
    @Inject Retention retention;

    @Override
    protected List<Range> ranges(NightRun night, int threads) {
        return List.of(Range.whole(retention.count(night)));
    }
}

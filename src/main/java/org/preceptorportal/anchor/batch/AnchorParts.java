package org.preceptorportal.anchor.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Range;
import org.preceptorportal.ledger.StepParts;

/** One trail, one part. */
@Named
@Dependent
public class AnchorParts extends StepParts {
    @Override
    protected List<Range> ranges(NightRun night, int threads) {
        return List.of(Range.whole(1));
    }
}

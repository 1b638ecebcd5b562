package org.preceptorportal.calibration.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Range;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.ledger.StepParts;

/** Domains and scales, in equal numbers. */
@Named
@Dependent
public class StratumParts extends StepParts {
    @Inject StratumList strata;

    @Override
    protected List<Range> ranges(NightRun night, int threads) {
        return Row.cut(strata.of(night), StratumItem::number, StratumItem::known, threads, 1);
    }
}

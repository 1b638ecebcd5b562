package org.preceptorportal.retention.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.LongStream;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Range;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.ledger.StepParts;
import org.preceptorportal.store.StoreKeeping;

/** The sixteen parts of the store, then the job repository. */
@Named
@Dependent
public class HouseParts extends StepParts {
    /** The last place of the order: the job repository. */
    static final int JOBS = StoreKeeping.DIGITS.length() + 1;

    private static final int LEAST = 4;

    @Override
    protected List<Range> ranges(NightRun night, int threads) {
        return Row.cut(
                LongStream.rangeClosed(1, JOBS).boxed().toList(),
                id -> id,
                id -> false,
                threads,
                LEAST);
    }
}

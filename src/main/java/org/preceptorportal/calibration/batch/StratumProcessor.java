package org.preceptorportal.calibration.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.preceptorportal.calibration.Stratum;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.observed.Sheet;

/** Fits one domain on one scale, unless that was done. */
@Named
@Dependent
public class StratumProcessor implements ItemProcessor {
    private static final Logger LOG = System.getLogger(StratumProcessor.class.getName());

    /**
     * What the writer gets.
     *
     * @param stratum null when it, or each of a row, was fitted before
     */
    record Fitted(Row<?> row, StratumItem item, Stratum stratum) {}

    @Inject JobContext job;
    @Inject StratumList strata;

    // Held here, so that it is read once for all parts; not at all in an idle night.
    private List<Sheet> sheets;

    @Override
    public Fitted processItem(Object given) {
        Row<?> row = (Row<?>) given;
        StratumItem item = (StratumItem) row.item();
        if (item == null) {
            return new Fitted(row, null, null);
        }
        if (sheets == null) {
            sheets = strata.sheets(NightRun.of(job), item.calibration());
        }
        Stratum stratum = item.calibration().fit(item.slice(), sheets);
        if (stratum.unsolved()) {
            // Kept like any other, so it is said here once, and in each report (S6).
            LOG.log(
                    Level.WARNING,
                    "The ratings of domain {0}, scale {1}, have no solution: not estimable",
                    item.slice().code(),
                    item.slice().scale());
        }
        return new Fitted(row, item, stratum);
    }
}

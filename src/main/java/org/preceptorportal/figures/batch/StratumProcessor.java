package org.preceptorportal.figures.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.figures.Stratum;
import org.preceptorportal.observed.Sheet;

/** Fits one domain on one scale, unless that was done. */
@Named
@Dependent
public class StratumProcessor implements ItemProcessor {
    /** What the writer gets. */
    record Fitted(StratumItem item, Stratum stratum) {}

    @Inject StratumList strata;

    // Read once for all strata of this part, and not at all in an idle night.
    private List<Sheet> sheets;

    @Override
    public Fitted processItem(Object given) {
        StratumItem item = (StratumItem) given;
        if (item.known()) {
            return new Fitted(item, null);
        }
        if (sheets == null) {
            sheets = strata.sheets(item.calibration());
        }
        return new Fitted(item, item.calibration().fit(item.slice(), sheets));
    }
}

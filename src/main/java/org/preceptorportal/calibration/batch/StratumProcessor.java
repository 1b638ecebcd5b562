package org.preceptorportal.calibration.batch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.preceptorportal.calibration.Stratum;
import org.preceptorportal.observed.Sheet;

/** Fits one domain on one scale, unless that was done. */
@Named
@Dependent
public class StratumProcessor implements ItemProcessor {
    private static final Logger LOG = System.getLogger(StratumProcessor.class.getName());

    /**
     * What the writer gets.
     *
     * @param stratum null when it was fitted before, or cannot be
     * @param failed whether it cannot be
     */
    record Fitted(StratumItem item, Stratum stratum, boolean failed) {}

    @Inject StratumList strata;

    // Read once for all strata of this part, and not at all in an idle night.
    private List<Sheet> sheets;

    @Override
    public Fitted processItem(Object given) {
        StratumItem item = (StratumItem) given;
        if (item.known()) {
            return new Fitted(item, null, false);
        }
        if (sheets == null) {
            sheets = strata.sheets(item.calibration());
        }
        try {
            return new Fitted(item, item.calibration().fit(item.slice(), sheets), false);
        } catch (ArithmeticException e) {
            // One domain without a solution must not keep every report back (S6).
            LOG.log(Level.ERROR, "Domain " + item.slice().code() + " cannot be calibrated", e);
            return new Fitted(item, null, true);
        }
    }
}

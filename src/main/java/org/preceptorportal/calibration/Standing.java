package org.preceptorportal.calibration;

import java.util.Map;
import org.preceptorportal.observed.Slice;

/** What the last calibration says of one learner; a slice without a stratum has no entry. */
public record Standing(Calibrated calibrated, Map<Slice, Stratum> strata, long learner) {
    public static final Standing NONE = new Standing(null, Map.of(), 0);

    public Standing {
        strata = Map.copyOf(strata);
    }
}

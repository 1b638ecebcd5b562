package org.preceptorportal.skills.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.preceptorportal.calibration.Calibrations;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Shared;
import org.preceptorportal.skills.ReportStamps;
import org.preceptorportal.skills.ReportStamps.Stamped;

/** Learners with a submitted final, compared at once for all parts. */
@ApplicationScoped
public class LearnerList {
    @Inject ReportStamps stamps;
    @Inject Calibrations calibrations;

    private final Shared<Compared> compared = new Shared<>();

    /**
     * @param calibrated the cut-off of the night's calibration
     * @param learners by id
     */
    record Compared(Instant calibrated, List<Stamped> learners) {}

    Compared of(NightRun night) {
        return compared.of(
                night,
                () -> {
                    Instant calibrated =
                            calibrations.cutoff(night.tenant(), night.season(), night.cutoff());
                    return new Compared(calibrated, stamps.of(night, calibrated));
                });
    }
}

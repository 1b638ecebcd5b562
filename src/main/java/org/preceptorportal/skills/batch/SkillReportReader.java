package org.preceptorportal.skills.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.preceptorportal.calibration.Calibrations;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.PartReader;
import org.preceptorportal.ledger.Spot;
import org.preceptorportal.skills.LearnerRecord;
import org.preceptorportal.skills.LearnerRecords;

/** Learners with submitted evaluations, by id. */
@Named
@Dependent
public class SkillReportReader extends PartReader<LearnerRecord> {
    @Inject LearnerRecords learners;
    @Inject Calibrations calibrations;

    // Found once for all pages of this part.
    private Instant calibrated;

    @Override
    protected List<LearnerRecord> page(NightRun night, Spot after, Spot upTo, int size) {
        if (calibrated == null) {
            calibrated = calibrations.cutoff(night.tenant(), night.season(), night.cutoff());
        }
        return learners.page(
                night.tenant(),
                night.season(),
                night.cutoff(),
                calibrated,
                after.major(),
                upTo.major(),
                size);
    }

    @Override
    protected Spot spot(LearnerRecord learner) {
        return Spot.of(learner.learnerId());
    }
}

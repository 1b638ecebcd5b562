package org.preceptorportal.skills.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Range;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.ledger.StepParts;
import org.preceptorportal.skills.ReportStamps.Stamped;

/** Learners with submitted evaluations. */
@Named
@Dependent
public class SkillReportParts extends StepParts {
    /** Less is not worth a part. */
    private static final int LEAST = 50;

    @Inject LearnerList learners;

    @Override
    protected List<Range> ranges(NightRun night, int threads) {
        return Row.cut(
                learners.of(night).learners(),
                Stamped::learnerId,
                Stamped::current,
                threads,
                LEAST);
    }
}

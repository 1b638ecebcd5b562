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

/** Learners with submitted evaluations, in equal numbers. */
@Named
@Dependent
public class SkillReportParts extends StepParts {
    @Inject LearnerList learners;

    @Override
    protected List<Range> ranges(NightRun night, int pieces) {
        return Row.cut(learners.of(night).learners(), Stamped::learnerId, Stamped::current, pieces);
    }
}

package org.preceptorportal.binding.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.binding.Applicants;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Range;
import org.preceptorportal.ledger.StepParts;

/** Applicants in about equal numbers; those of one program stay together. */
@Named
@Dependent
public class ApplicantFileParts extends StepParts {
    @Inject Applicants applicants;

    @Override
    protected List<Range> ranges(NightRun night, int pieces) {
        return Range.split(applicants.perProgram(night), pieces);
    }
}

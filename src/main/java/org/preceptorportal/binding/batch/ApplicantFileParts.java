package org.preceptorportal.binding.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.binding.ProgramItem;
import org.preceptorportal.binding.ProgramList;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Range;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.ledger.StepParts;

/** Applicants; those of one program stay together. */
@Named
@Dependent
public class ApplicantFileParts extends StepParts {
    /** Less is not worth a part. */
    private static final int LEAST = 25;

    @Inject ProgramList programs;

    @Override
    protected List<Range> ranges(NightRun night, int threads) {
        return Row.cut(
                programs.forFiles(night),
                ProgramItem::program,
                ProgramItem::applicants,
                ProgramItem::unchanged,
                threads,
                LEAST);
    }
}

package org.preceptorportal.archive.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.archive.Archive;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Range;
import org.preceptorportal.ledger.StepParts;

/** Letters whose archive file is due, in equal numbers. */
@Named
@Dependent
public class ArchiveParts extends StepParts {
    @Inject Archive archive;

    @Override
    protected List<Range> ranges(NightRun night, int pieces) {
        return Range.split(archive.due(night.tenant(), night.cutoff()), pieces);
    }
}

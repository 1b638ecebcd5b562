package org.preceptorportal.archive.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.archive.Archive;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Range;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.ledger.StepParts;

/** Letters whose archive file is due. */
@Named
@Dependent
public class ArchiveParts extends StepParts {
    /** A chunk. */
    private static final int LEAST = 10;

    @Inject Archive archive;

    @Override
    protected List<Range> ranges(NightRun night, int threads) {
        return Row.cut(
                archive.due(night.tenant(), night.cutoff()), id -> id, id -> false, threads, LEAST);
    }
}

package org.preceptorportal.archive.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.archive.Archive;
import org.preceptorportal.archive.Due;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.PartReader;
import org.preceptorportal.ledger.Spot;

/** Letters whose archive file is due, by id. */
@Named
@Dependent
public class ArchiveReader extends PartReader<Due> {
    @Inject Archive archive;

    @Override
    protected List<Due> page(NightRun night, Spot after, Spot upTo, int size) {
        return archive.page(night.tenant(), night.cutoff(), after.major(), upTo.major(), size);
    }

    @Override
    protected Spot spot(Due due) {
        return Spot.of(due.signedLetterId());
    }
}

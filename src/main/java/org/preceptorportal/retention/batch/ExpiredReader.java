package org.preceptorportal.retention.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.PartReader;
import org.preceptorportal.ledger.Spot;
import org.preceptorportal.retention.Candidate;
import org.preceptorportal.retention.Retention;

/** Rows whose time has come, rule by rule, by id. */
@Named
@Dependent
public class ExpiredReader extends PartReader<Candidate> {
    @Inject Retention retention;

    @Override
    protected List<Candidate> page(NightRun night, Spot after, Spot upTo, int size) {
        return retention.page(night, Math.toIntExact(after.major()), after.minor(), size);
    }

    @Override
    protected Spot spot(Candidate row) {
        return new Spot(row.rule(), row.id());
    }
}

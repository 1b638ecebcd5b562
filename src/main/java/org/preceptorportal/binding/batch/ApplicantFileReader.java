package org.preceptorportal.binding.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.preceptorportal.binding.Applicant;
import org.preceptorportal.binding.Applicants;
import org.preceptorportal.binding.ProgramItem;
import org.preceptorportal.binding.ProgramList;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.PartReader;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.ledger.Spot;

/**
 * The applicants of each program, by program id and learner id. They are read where something
 * changed since the program's newest packet, once, and held one program at a time.
 */
@Named
@Dependent
public class ApplicantFileReader extends PartReader<Row<Applicant>> {
    @Inject ProgramList programs;
    @Inject Applicants applicants;

    // Held here, so that they are compared once for all parts.
    private List<ProgramItem> all;

    // Those of this part that are still to come.
    private Deque<Row<ProgramItem>> rest;

    /** A chunk that is tried again is read again. */
    @Override
    public void open(Serializable checkpoint) {
        super.open(checkpoint);
        rest = null;
    }

    @Override
    protected List<Row<Applicant>> page(NightRun night, Spot after, Spot upTo, int size) {
        if (rest == null) {
            all = programs.forFiles(night);
            rest = new ArrayDeque<>(rows(all, after, upTo));
        }
        List<Row<Applicant>> found = List.of();
        while (found.isEmpty() && !rest.isEmpty()) {
            Row<ProgramItem> row = rest.poll();
            found =
                    row.item() == null
                            ? List.of(new Row<>(row.spot(), row.items(), null))
                            : rows(applicants.ofProgram(night, row.item().program()), after);
        }
        return found;
    }

    /** A restart within a program goes through its other applicants one by one. */
    static List<Row<ProgramItem>> rows(List<ProgramItem> programs, Spot after, Spot upTo) {
        return Row.of(
                programs,
                each -> new Spot(each.program(), Long.MAX_VALUE),
                ProgramItem::applicants,
                each -> each.unchanged() && each.program() != after.major(),
                after,
                upTo);
    }

    static List<Row<Applicant>> rows(List<Applicant> applicants, Spot after) {
        return Row.of(
                applicants,
                each -> new Spot(each.programId(), each.learnerId()),
                each -> 1,
                Applicant::unchanged,
                after,
                Spot.END);
    }

    @Override
    protected Spot spot(Row<Applicant> row) {
        return row.spot();
    }
}

package org.preceptorportal.skills.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.PartReader;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.ledger.Spot;
import org.preceptorportal.skills.LearnerRecords;
import org.preceptorportal.skills.ReportStamps;
import org.preceptorportal.skills.ReportStamps.Stamped;

/** Learners with submitted evaluations, by id; what is made of them is read where it is new. */
@Named
@Dependent
public class SkillReportReader extends PartReader<Row<LearnerItem>> {
    @Inject LearnerList learners;
    @Inject LearnerRecords records;
    @Inject ReportStamps stamps;

    // Held here, so that they are compared once for all parts.
    private LearnerList.Compared all;

    // Those of this part that are still to come.
    private Deque<Row<Stamped>> rest;

    /** A chunk that is tried again is read again. */
    @Override
    public void open(Serializable checkpoint) {
        super.open(checkpoint);
        rest = null;
    }

    @Override
    protected List<Row<LearnerItem>> page(NightRun night, Spot after, Spot upTo, int size) {
        if (rest == null) {
            all = learners.of(night);
            rest =
                    new ArrayDeque<>(
                            Row.of(
                                    all.learners(),
                                    Stamped::learnerId,
                                    Stamped::current,
                                    after,
                                    upTo));
        }
        List<Row<LearnerItem>> items = List.of();
        while (items.isEmpty() && !rest.isEmpty()) {
            List<Row<Stamped>> next = new ArrayList<>();
            Map<Long, String> changed = new HashMap<>();
            while (!rest.isEmpty() && changed.size() < size) {
                Row<Stamped> row = rest.poll();
                next.add(row);
                if (row.item() != null) {
                    changed.put(row.item().learnerId(), row.item().stamp());
                }
            }
            items = items(next, read(night, changed));
        }
        return items;
    }

    private Map<Long, LearnerItem> read(NightRun night, Map<Long, String> changed) {
        if (changed.isEmpty()) {
            return Map.of();
        }
        Map<Long, LearnerItem> found = new HashMap<>();
        records.of(
                        night.tenant(),
                        night.season(),
                        night.cutoff(),
                        all.calibrated(),
                        changed.keySet())
                .forEach(each -> found.put(each.learnerId(), new LearnerItem(each, null)));
        stamps.of(night, all.calibrated(), found.keySet())
                .forEach(
                        (id, now) -> {
                            if (now.equals(changed.get(id))) {
                                found.put(id, new LearnerItem(found.get(id).record(), now));
                            }
                        });
        return found;
    }

    /** In their order. */
    static List<Row<LearnerItem>> items(
            List<Row<Stamped>> learners, Map<Long, LearnerItem> changed) {
        List<Row<LearnerItem>> items = new ArrayList<>();
        for (Row<Stamped> row : learners) {
            LearnerItem item = changed.get(row.spot().major());
            // Missing: the last evaluation was amended since; it is in the next night.
            if (row.item() == null || item != null) {
                items.add(new Row<>(row.spot(), row.items(), row.item() == null ? null : item));
            }
        }
        return items;
    }

    @Override
    protected Spot spot(Row<LearnerItem> row) {
        return row.spot();
    }
}

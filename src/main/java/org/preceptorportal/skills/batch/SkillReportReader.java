package org.preceptorportal.skills.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.preceptorportal.calibration.Calibrations;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.PartReader;
import org.preceptorportal.ledger.Spot;
import org.preceptorportal.skills.LearnerRecord;
import org.preceptorportal.skills.LearnerRecords;
import org.preceptorportal.skills.ReportStamps;
import org.preceptorportal.skills.ReportStamps.Stamped;

/** Learners with submitted evaluations, by id; what is made of them is read where it is new. */
@Named
@Dependent
public class SkillReportReader extends PartReader<LearnerItem> {
    @Inject ReportStamps stamps;
    @Inject LearnerRecords learners;
    @Inject Calibrations calibrations;

    // Found once for all pages of this part.
    private Instant calibrated;

    // Those of the whole part, compared at once.
    private Deque<Stamped> rest;

    /** A chunk that is tried again is read again. */
    @Override
    public void open(Serializable checkpoint) {
        super.open(checkpoint);
        rest = null;
    }

    @Override
    protected List<LearnerItem> page(NightRun night, Spot after, Spot upTo, int size) {
        if (rest == null) {
            calibrated = calibrations.cutoff(night.tenant(), night.season(), night.cutoff());
            rest = new ArrayDeque<>(stamps.of(night, calibrated, after.major(), upTo.major()));
        }
        List<LearnerItem> items = List.of();
        while (items.isEmpty() && !rest.isEmpty()) {
            List<Stamped> next = new ArrayList<>();
            Map<Long, String> changed = new HashMap<>();
            while (!rest.isEmpty() && changed.size() < size) {
                Stamped each = rest.poll();
                next.add(each);
                if (!each.current()) {
                    changed.put(each.learnerId(), each.stamp());
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
        List<LearnerRecord> records =
                learners.of(
                        night.tenant(),
                        night.season(),
                        night.cutoff(),
                        calibrated,
                        changed.keySet());
        Map<Long, String> now = stamps.of(night, calibrated, changed.keySet());
        return records.stream()
                .map(
                        record -> {
                            String stamp = changed.get(record.learnerId());
                            boolean same = stamp.equals(now.get(record.learnerId()));
                            return LearnerItem.of(record, same ? stamp : null);
                        })
                .collect(Collectors.toMap(LearnerItem::last, Function.identity()));
    }

    /** In their order; neighbors that are current become one. */
    static List<LearnerItem> items(List<Stamped> learners, Map<Long, LearnerItem> changed) {
        List<LearnerItem> items = new ArrayList<>();
        int row = 0;
        long last = 0;
        for (Stamped each : learners) {
            if (each.current()) {
                row++;
                last = each.learnerId();
                continue;
            }
            if (row > 0) {
                items.add(LearnerItem.current(last, row));
                row = 0;
            }
            LearnerItem item = changed.get(each.learnerId());
            // Missing: the last evaluation was amended since; it is in the next night.
            if (item != null) {
                items.add(item);
            }
        }
        if (row > 0) {
            items.add(LearnerItem.current(last, row));
        }
        return items;
    }

    @Override
    protected Spot spot(LearnerItem item) {
        return Spot.of(item.last());
    }
}

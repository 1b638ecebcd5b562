package org.preceptorportal.overview.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.Range;
import org.preceptorportal.ledger.Row;
import org.preceptorportal.ledger.Spot;
import org.preceptorportal.ledger.StepParts;
import org.preceptorportal.overview.GroupItem;
import org.preceptorportal.overview.GroupItems;

/**
 * Cohort, preceptors and sites. The cohort's report has every learner on it and takes as long as
 * hundreds of others: it is a part of its own, and the first.
 */
@Named
@Dependent
public class GroupParts extends StepParts {
    /** Less is not worth a part. */
    private static final int LEAST = 20;

    @Inject GroupItems items;

    @Override
    protected List<Range> ranges(NightRun night, int threads) {
        return ranges(items.of(night), threads);
    }

    static List<Range> ranges(List<GroupItem> all, int threads) {
        if (threads == 1 || all.isEmpty() || all.get(0).known()) {
            return cut(all, threads);
        }
        Spot cohort = new Spot(all.get(0).number(), Long.MAX_VALUE);
        List<Range> parts = new ArrayList<>(cut(all.subList(1, all.size()), threads));
        Range next = parts.get(0);
        parts.set(0, new Range(cohort, next.upTo(), next.expected()));
        parts.add(0, new Range(Spot.START, cohort, 1));
        return parts;
    }

    private static List<Range> cut(List<GroupItem> items, int threads) {
        return Row.cut(items, GroupItem::number, GroupItem::known, threads, LEAST);
    }
}

package org.preceptorportal.ledger;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads one part of a step, a page at a time, in the stable order, and after a restart goes on
 * behind the last item whose chunk was committed (LE-2). The job's file names it with the property
 * {@code part}, {@code #{partitionPlan['part']}}.
 */
public abstract class PartReader<T> extends AbstractItemReader {
    private static final int PAGE = 50;

    @Inject JobContext job;
    @Inject StepContext step;
    @Inject StepLedger ledger;

    @Inject
    @BatchProperty(name = "part")
    String number;

    private final Deque<T> page = new ArrayDeque<>();
    private NightRun night;
    private Part part;

    /** The next items after a place and not beyond another, about so many; none at the end. */
    protected abstract List<T> page(NightRun night, Spot after, Spot upTo, int size);

    /** Where an item stands in the order. */
    protected abstract Spot spot(T item);

    @Override
    public void open(Serializable checkpoint) {
        night = NightRun.of(job);
        part = ledger.open(night, step, Integer.parseInt(number));
        page.clear();
    }

    @Override
    public T readItem() {
        if (page.isEmpty()) {
            page.addAll(page(night, part.last(), part.upTo(), PAGE));
        }
        T next = page.poll();
        if (next != null) {
            part.reached(spot(next));
        }
        return next;
    }

    /** For the job repository; what counts is the part's row. */
    @Override
    public Serializable checkpointInfo() {
        return part.last().toString();
    }
}

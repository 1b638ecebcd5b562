package org.preceptorportal.ledger;

import jakarta.batch.runtime.context.StepContext;

/**
 * The part of a step that this thread works on, and how far it came. Each partition has a step
 * context of its own, in which its reader leaves the part for its writer.
 */
public final class Part {
    private final int number;
    private final Spot upTo;
    private Spot last;

    Part(int number, Spot upTo, Spot last) {
        this.number = number;
        this.upTo = upTo;
        this.last = last;
    }

    static Part of(StepContext step) {
        return (Part) step.getTransientUserData();
    }

    public int number() {
        return number;
    }

    /** The last place that belongs to it. */
    public Spot upTo() {
        return upTo;
    }

    /** The last item read; what the ledger keeps with the chunk's counts. */
    public Spot last() {
        return last;
    }

    void reached(Spot spot) {
        last = spot;
    }
}

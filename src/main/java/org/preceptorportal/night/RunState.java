package org.preceptorportal.night;

/** Where a run is: {@code WAITING} for its turn, else as Jakarta Batch names it. */
public enum RunState {
    WAITING,
    STARTING,
    STARTED,
    STOPPING,
    STOPPED,
    FAILED,
    COMPLETED,
    ABANDONED;

    /** True while somebody is working on it, or will be as soon as a lease lapses. */
    public boolean active() {
        return this == STARTING || this == STARTED || this == STOPPING;
    }

    /** True when it has ended, well or not. */
    public boolean over() {
        return this != WAITING && !active();
    }

    /** True when it has ended, and not well. */
    public boolean failed() {
        return over() && this != COMPLETED;
    }
}

package org.preceptorportal.ledger;

import java.lang.ref.WeakReference;
import java.util.function.Supplier;

/**
 * What the parts of a step have alike: the first that asks makes it, the others wait for it and
 * have the same. It must not change, and is held for as long as one of them holds it.
 */
public final class Shared<T> {
    private NightRun run;
    private WeakReference<T> made = new WeakReference<>(null);

    /**
     * @param make makes it; called by one part at a time
     */
    public synchronized T of(NightRun night, Supplier<T> make) {
        T known = night.equals(run) ? made.get() : null;
        if (known != null) {
            return known;
        }
        T fresh = make.get();
        run = night;
        made = new WeakReference<>(fresh);
        return fresh;
    }
}

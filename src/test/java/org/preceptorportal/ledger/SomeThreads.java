package org.preceptorportal.ledger;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.concurrent.atomic.AtomicInteger;

/** As many as a test wants. */
@Alternative
@Priority(1)
@ApplicationScoped
public class SomeThreads extends Threads {
    private static final AtomicInteger WANTED = new AtomicInteger();

    public static void use(int threads) {
        WANTED.set(threads);
    }

    public static void heal() {
        WANTED.set(0);
    }

    @Override
    public int number() {
        return WANTED.get() == 0 ? super.number() : WANTED.get();
    }
}

package org.preceptorportal.bench.inside;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Instant;

/** The most memory that a full collection leaves, which it asks for again and again. */
final class LiveHeap implements AutoCloseable {
    /** A short night is to be looked at as often as a long one. */
    private static final int[] PAUSES = {300, 3_000};

    private static final int SHORT_ONES = 10;

    private final Thread thread = new Thread(this::sample, "live-heap");
    private volatile boolean goesOn = true;
    private Most most = new Most(0, Instant.MIN);
    private long nanos;

    /** So many bytes lived at a time. */
    record Most(long bytes, Instant at) {}

    LiveHeap() {
        thread.setDaemon(true);
        thread.start();
    }

    private void sample() {
        for (int i = 0; goesOn; i++) {
            collect();
            try {
                Thread.sleep(PAUSES[i < SHORT_ONES ? 0 : 1]);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void collect() {
        Instant at = Instant.now();
        long before = System.nanoTime();
        System.gc();
        nanos += System.nanoTime() - before;
        long left = left();
        if (left > most.bytes()) {
            most = new Most(left, at);
        }
    }

    /** Without what was asked for since: at full speed that is much. */
    private static long left() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null) {
                bytes += pool.getCollectionUsage().getUsed();
            }
        }
        return bytes;
    }

    synchronized Most most() {
        return most;
    }

    /** How long everybody stood still for it. */
    synchronized double seconds() {
        return nanos / 1e9;
    }

    @Override
    public void close() throws InterruptedException {
        goesOn = false;
        thread.interrupt();
        thread.join();
    }
}

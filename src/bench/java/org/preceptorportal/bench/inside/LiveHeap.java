package org.preceptorportal.bench.inside;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** The most memory that a full collection leaves, which it asks for again and again. */
final class LiveHeap implements AutoCloseable {
    /** A short night is to be looked at as often as a long one. */
    private static final int[] PAUSES = {300, 3_000};

    private static final int SHORT_ONES = 10;

    private final Thread thread = new Thread(this::sample, "live-heap");
    private volatile boolean goesOn = true;
    private long most;
    private long nanos;

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
        long before = System.nanoTime();
        System.gc();
        nanos += System.nanoTime() - before;
        most = Math.max(most, left());
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

    synchronized long most() {
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

package org.preceptorportal.bench.inside;

import java.lang.management.ManagementFactory;

/** The most memory that is in use after a full collection, which it asks for again and again. */
final class LiveHeap implements AutoCloseable {
    private static final int EVERY_MILLIS = 3_000;

    private final Thread thread = new Thread(this::sample, "live-heap");
    private volatile boolean goesOn = true;
    private long most;
    private long nanos;

    LiveHeap() {
        thread.setDaemon(true);
        thread.start();
    }

    private void sample() {
        while (goesOn) {
            collect();
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void collect() {
        long before = System.nanoTime();
        System.gc();
        nanos += System.nanoTime() - before;
        most = Math.max(most, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
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

package org.preceptorportal.house;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Blobs;

/**
 * The real store, until a test lets its disk fill up. Lies beside the WAR's own classes in tests.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class FailingBlobs extends Blobs {
    private static final AtomicInteger LEFT = new AtomicInteger(Integer.MAX_VALUE);
    private static final AtomicInteger BEFORE_HOLD = new AtomicInteger(Integer.MAX_VALUE);
    private static final AtomicInteger WAITING = new AtomicInteger();
    private static final AtomicReference<CountDownLatch> HELD =
            new AtomicReference<>(new CountDownLatch(0));
    private static final AtomicBoolean SYNCS = new AtomicBoolean(true);

    /** After so many more files, the disk is full. */
    public static void failAfter(int files) {
        LEFT.set(files);
    }

    /** After so many more files, writers wait until {@link #heal}. */
    public static void holdAfter(int files) {
        HELD.set(new CountDownLatch(1));
        WAITING.set(0);
        BEFORE_HOLD.set(files);
    }

    /** Returns when a writer waits. */
    public static void awaitHeld() throws InterruptedException {
        for (int i = 0; i < 600 && WAITING.get() == 0; i++) {
            Thread.sleep(50);
        }
        if (WAITING.get() == 0) {
            throw new IllegalStateException("nobody writes so many files");
        }
    }

    /** The disk takes files, and fails when they are to be durable. */
    public static void failToSync() {
        SYNCS.set(false);
    }

    public static void heal() {
        LEFT.set(Integer.MAX_VALUE);
        SYNCS.set(true);
        BEFORE_HOLD.set(Integer.MAX_VALUE);
        HELD.get().countDown();
    }

    private static void hold() {
        if (BEFORE_HOLD.getAndDecrement() <= 0) {
            WAITING.incrementAndGet();
            try {
                HELD.get().await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    protected void await(List<Future<?>> begun) {
        if (!SYNCS.get()) {
            throw new UncheckedIOException(new IOException("No space left on device"));
        }
        super.await(begun);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Blob> putAll(List<byte[]> all) {
        write(all.size());
        return super.putAll(all);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Collection<Blob> prepared) {
        write(prepared.size());
        super.keep(prepared);
    }

    private static void write(int files) {
        for (int i = 0; !ofTick() && i < files; i++) {
            hold();
            if (LEFT.getAndDecrement() <= 0) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
        }
    }

    // Ticks make certificates whenever it suits them: a count that held them would be chance.
    private static boolean ofTick() {
        return Thread.currentThread().getName().contains("ManagedScheduledExecutor");
    }
}

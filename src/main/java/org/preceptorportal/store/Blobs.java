package org.preceptorportal.store;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.store.BlobFiles.Part;
import org.preceptorportal.store.BlobRows.Found;

/** The kept bytes: one row each, and a file under {@code <data>/blobs} (rules ST-1 to ST-8). */
@ApplicationScoped
public class Blobs {
    /** Up to so many bytes are kept in the row itself (ST-7). */
    static final int SMALL = 16 * 1024;

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Clock clock;

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data;

    @Resource TransactionSynchronizationRegistry transaction;

    private final ExecutorService syncing = BlobFiles.syncing();

    /**
     * Begins to write bytes that the running transaction is about to {@link #keep}, so that the
     * disk works while their caller makes more and need not hold them: behind each other in a
     * bundle, which is made durable once (ST-8). Until then nothing is kept; what never is goes
     * with the end of the transaction, or with its bundle.
     *
     * @throws StoreUnreachable when the store's disk is not there
     * @throws IllegalStateException when no transaction runs
     */
    public Blob prepare(byte[] bytes) {
        Blob blob = Blob.of(bytes);
        Unsynced unsynced = unsynced();
        try {
            unsynced.prepared.computeIfAbsent(
                    blob, name -> isSmall(name) ? Spot.ofRow(bytes) : unsynced.bundle(bytes));
            return blob;
        } catch (RuntimeException | Error e) {
            transaction.setRollbackOnly();
            throw e;
        }
    }

    /**
     * Keeps what the running transaction has prepared, as {@link #put} does. What was kept before
     * stays where it is, unless it is damaged.
     *
     * @throws IllegalArgumentException when it has not prepared one of them, or has kept it
     */
    public void keep(Collection<Blob> prepared) {
        Unsynced unsynced = unsynced();
        // Two of them may be the same.
        Set<Blob> blobs = new LinkedHashSet<>(prepared);
        if (!unsynced.prepared.keySet().containsAll(blobs)) {
            throw new IllegalArgumentException("not prepared");
        }
        try {
            Map<Blob, Spot> spots = new HashMap<>();
            blobs.forEach(blob -> spots.put(blob, unsynced.prepared.remove(blob)));
            rows().list(blobs, spots::get)
                    .forEach(
                            (blob, found) -> {
                                Spot spot = spots.get(blob);
                                boolean mends = found == Found.FILE && !isSound(blob);
                                if (mends) {
                                    rows().move(blob, spot);
                                    files().delete(blob.sha256());
                                }
                                if (mends || found == Found.NONE) {
                                    unsynced.kept.add(spot.bundle());
                                }
                            });
        } catch (RuntimeException | Error e) {
            // There may be a row without its file: nobody may commit it.
            transaction.setRollbackOnly();
            throw e;
        }
    }

    /**
     * Keeps bytes; those already kept are left alone. The row is written in the running
     * transaction, and the file while its caller does other things: {@link #read} waits for it, and
     * it is durable before that transaction commits (ST-3), which fails if it cannot be.
     *
     * @throws IllegalStateException when no transaction runs
     */
    public Blob put(byte[] bytes) {
        return putAll(List.of(bytes)).get(0);
    }

    /** The same for many, with one statement for all of their rows; in the given order. */
    public List<Blob> putAll(List<byte[]> all) {
        Unsynced unsynced = unsynced();
        List<Blob> blobs = all.stream().map(Blob::of).toList();
        Map<Blob, byte[]> bytes = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            bytes.put(blobs.get(i), all.get(i));
        }
        List<Part> parts = new ArrayList<>();
        try {
            // The rows first: who would delete an unused file holds it, and is waited for (ST-5).
            rows().list(
                            bytes.keySet(),
                            blob -> isSmall(blob) ? Spot.ofRow(bytes.get(blob)) : Spot.ofFile(blob))
                    .forEach(
                            (blob, found) -> {
                                if (found == Found.FILE || !isSmall(blob)) {
                                    parts.add(begin(blob, bytes.get(blob), found == Found.NONE));
                                }
                            });
            unsynced.place(parts);
            return blobs;
        } catch (RuntimeException | Error e) {
            // As above.
            transaction.setRollbackOnly();
            drop(parts);
            throw e;
        }
    }

    private static boolean isSmall(Blob blob) {
        return blob.size() <= SMALL;
    }

    private Part begin(Blob blob, byte[] bytes, boolean anew) {
        return files().begin(blob.sha256(), bytes, anew, syncing);
    }

    private void drop(Collection<Part> parts) {
        if (!parts.isEmpty()) {
            syncing.execute(() -> BlobFiles.drop(parts));
        }
    }

    /**
     * Waits until the disk has what the running transaction has put, for a caller who can answer a
     * full disk better than by a failing commit.
     *
     * @throws UncheckedIOException when the disk does not take it; the transaction cannot commit
     */
    public void sync() {
        unsynced().beforeCompletion();
    }

    /** Waits for files that were begun. */
    protected void await(List<Future<?>> begun) {
        BlobFiles.await(begun);
    }

    private BlobFiles files() {
        return new BlobFiles(Path.of(data, "blobs"), rows()::isInUse);
    }

    private BlobRows rows() {
        return new BlobRows(database, clock);
    }

    /**
     * Looks whether the store's disk is there.
     *
     * @throws StoreUnreachable when files were kept and none is there (ST-6)
     */
    public void needBeThere() {
        files().needBeThere();
    }

    /** The running transaction's files that a power cut could still take. */
    private Unsynced unsynced() {
        Unsynced unsynced = (Unsynced) transaction.getResource(Blobs.class);
        if (unsynced == null) {
            unsynced = new Unsynced();
            transaction.putResource(Blobs.class, unsynced);
            transaction.registerInterposedSynchronization(unsynced);
        }
        return unsynced;
    }

    private final class Unsynced implements Synchronization {
        private final Map<Blob, Spot> prepared = new HashMap<>();
        private final List<Future<?>> placed = new ArrayList<>();
        private final Set<UUID> kept = new HashSet<>();
        private Bundle open;

        private Spot bundle(byte[] bytes) {
            if (open == null) {
                open = files().bundle(syncing);
            }
            return new Spot(null, open.name(), open.add(bytes), bytes.length);
        }

        private void place(List<Part> parts) {
            if (!parts.isEmpty()) {
                placed.add(files().place(parts, syncing));
            }
        }

        @Override
        public void beforeCompletion() {
            try {
                if (open != null && kept.contains(open.name())) {
                    placed.add(files().end(open));
                    open = null;
                }
                await(placed);
                placed.clear();
            } catch (RuntimeException | Error e) {
                transaction.setRollbackOnly();
                throw e;
            }
        }

        @Override
        public void afterCompletion(int status) {
            // Only what was never made durable: a commit whose answer was lost is called rolled
            // back too. What came of it, housekeeping finds out.
            if (open != null) {
                open.drop();
            }
        }
    }

    @PreDestroy
    void end() {
        syncing.shutdown();
    }

    /** Whether what was kept before can be read. */
    private boolean isSound(Blob blob) {
        try {
            read(blob.sha256());
            return true;
        } catch (BlobDamaged e) {
            return false;
        }
    }

    /**
     * The bytes, checked against their name.
     *
     * @throws BlobDamaged when the file is gone or altered
     * @throws StoreUnreachable when all files are gone (ST-6)
     */
    public byte[] read(Sha256 sha256) {
        settle();
        return files().find(sha256)
                .map(bytes -> checked(sha256, bytes))
                .orElseGet(() -> elsewhere(sha256));
    }

    private byte[] elsewhere(Sha256 sha256) {
        Spot spot = rows().locate(List.of(sha256)).get(sha256);
        if (spot == null) {
            // Perhaps its bundle was taken apart since we looked for its file.
            return files().find(sha256)
                    .map(bytes -> checked(sha256, bytes))
                    .orElseThrow(() -> files().missing(sha256));
        }
        return read(sha256, spot);
    }

    /**
     * The same for who has asked where it is.
     *
     * @param spot what {@link #spots} has of it; null for a file of its own
     */
    public byte[] read(Sha256 sha256, Spot spot) {
        if (spot == null) {
            return read(sha256);
        }
        byte[] bytes = new byte[spot.size()];
        read(sha256, spot, bytes, 0, bytes.length);
        return bytes;
    }

    private static byte[] checked(Sha256 sha256, byte[] bytes) {
        if (!Sha256.of(bytes).equals(sha256)) {
            throw new BlobDamaged(sha256, "was altered");
        }
        return bytes;
    }

    /**
     * The same into memory that is there. Never asks where it is, for the database is no matter of
     * threads that the server does not know.
     *
     * @param spot what {@link #spots} has of it; null for a file of its own
     * @param length of all the bytes
     */
    public void read(Sha256 sha256, Spot spot, byte[] into, int at, int length) {
        settle();
        if (spot == null || spot.isFile()) {
            files().read(sha256, into, at, length);
        } else if (spot.small() != null) {
            System.arraycopy(spot.small(), 0, into, at, length);
        } else if (!files().read(sha256, spot.bundle(), spot.place(), into, at, length)) {
            // Taken apart since we were told.
            files().read(sha256, into, at, length);
        }
        if (!Sha256.of(into, at, length).equals(sha256)) {
            throw new BlobDamaged(sha256, "was altered");
        }
    }

    /** Where those are that have no file of their own. */
    public Map<Sha256, Spot> spots(Collection<Sha256> names) {
        return names.isEmpty() ? Map.of() : rows().locate(names);
    }

    /** Who has just put a file can read it. */
    private void settle() {
        if (transaction.getTransactionKey() != null
                && transaction.getResource(Blobs.class) != null) {
            sync();
        }
    }
}

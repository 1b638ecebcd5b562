package org.preceptorportal.store;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.shell.database.Column;
import org.preceptorportal.store.BlobFiles.Part;

/** The kept bytes: one row each, and a file under {@code <data>/blobs} (rules ST-1 to ST-7). */
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
                    blob,
                    name -> isSmall(name) ? new Spot(bytes, null, 0) : unsynced.bundle(bytes));
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
            list(blobs, spots::get)
                    .forEach(
                            (blob, found) -> {
                                Spot spot = spots.get(blob);
                                boolean mends = found == Found.FILE && !isSound(blob);
                                if (mends) {
                                    move(blob, spot);
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
            list(
                            bytes.keySet(),
                            blob -> isSmall(blob) ? new Spot(bytes.get(blob), null, 0) : Spot.FILE)
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
        return new BlobFiles(Path.of(data, "blobs"), this::isInUse);
    }

    /**
     * Looks whether the store's disk is there.
     *
     * @throws StoreUnreachable when files were kept and none is there (ST-6)
     */
    public void needBeThere() {
        files().needBeThere();
    }

    private boolean isInUse() {
        try (Connection c = database.getConnection()) {
            return isInUse(c);
        } catch (SQLException e) {
            throw new IllegalStateException("the stored files cannot be counted", e);
        }
    }

    /** Whether files are listed by others than the running transaction. */
    static boolean isInUse(Connection c) throws SQLException {
        try (PreparedStatement select =
                        c.prepareStatement(
                                "select exists (select from blob where bytes is null and xmin <>"
                                        + " pg_current_xact_id()::xid)");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
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

    /**
     * Where bytes are that have no file of their own.
     *
     * @param small the bytes themselves; null when they are in a bundle
     * @param bundle null when they are not in one
     * @param place where they begin in it
     */
    public record Spot(byte[] small, UUID bundle, long place) {
        /** What is in a file of its own. */
        static final Spot FILE = new Spot(null, null, 0);

        private boolean isFile() {
            return small == null && bundle == null;
        }

        private Long placeOrNull() {
            return bundle == null ? null : (Long) place;
        }
    }

    private final class Unsynced implements Synchronization {
        private final Map<Blob, Spot> prepared = new HashMap<>();
        private final List<Future<?>> placed = new ArrayList<>();
        private final List<Bundle> bundles = new ArrayList<>();
        private final Set<UUID> kept = new HashSet<>();
        private Bundle open;

        private Spot bundle(byte[] bytes) {
            if (open == null) {
                open = files().bundle(syncing);
                bundles.add(open);
            }
            return new Spot(null, open.name(), open.add(bytes));
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
            // What became of a commit that nobody knows of, housekeeping finds out.
            boolean none = status == Status.STATUS_ROLLEDBACK;
            bundles.stream().filter(b -> none || !kept.contains(b.name())).forEach(Bundle::drop);
        }
    }

    /** What was there of a blob before it was listed. */
    private enum Found {
        NONE,
        /** A row that has its bytes. */
        ROW,
        /** A row whose bytes are in a file, which may be damaged. */
        FILE
    }

    /**
     * Lists them, and says what was there. Until the transaction ends, nobody takes them away.
     *
     * @param spots where those are that were not there
     */
    private Map<Blob, Found> list(Collection<Blob> all, Function<Blob, Spot> spots) {
        // In one order, so that two who list the same never wait for each other.
        SortedMap<String, Blob> open = new TreeMap<>();
        all.forEach(blob -> open.put(blob.sha256().hex(), blob));
        Map<Blob, Found> found = new HashMap<>();
        try (Connection c = database.getConnection();
                PreparedStatement insert =
                        c.prepareStatement(
                                "insert into blob (sha256, size, crc32, bytes, bundle, place,"
                                        + " stored_at) select u.*, ? from unnest(?::bpchar[],"
                                        + " ?::bigint[], ?::bigint[], ?::bytea[], ?::uuid[],"
                                        + " ?::bigint[]) u on conflict do nothing returning sha256,"
                                        + " 'NONE'");
                PreparedStatement hold =
                        c.prepareStatement(
                                "select sha256, case when bytes is null then 'FILE' else 'ROW' end"
                                        + " from blob where sha256 = any (?) order by sha256"
                                        + " for key share")) {
            insert.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            // Between the two statements the housekeeping may take some; they are put anew.
            while (!open.isEmpty()) {
                Collection<Blob> blobs = open.values();
                insert.setArray(2, Column.of(c, "bpchar", blobs, blob -> blob.sha256().hex()));
                insert.setArray(3, Column.of(c, "bigint", blobs, Blob::size));
                insert.setArray(4, Column.of(c, "bigint", blobs, Blob::crc32));
                List<Spot> there = blobs.stream().map(spots).toList();
                insert.setArray(5, Column.of(c, "bytea", there, Spot::small));
                insert.setArray(6, Column.of(c, "uuid", there, Spot::bundle));
                insert.setArray(7, Column.of(c, "bigint", there, Spot::placeOrNull));
                move(insert, open, found);
                if (!open.isEmpty()) {
                    hold.setArray(1, Column.of(c, "bpchar", open.keySet(), hex -> hex));
                    move(hold, open, found);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the stored files cannot be listed", e);
        }
    }

    private static void move(PreparedStatement listed, Map<String, Blob> open, Map<Blob, Found> to)
            throws SQLException {
        try (ResultSet row = listed.executeQuery()) {
            while (row.next()) {
                to.put(open.remove(row.getString(1)), Found.valueOf(row.getString(2)));
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

    /** Takes what was prepared instead of what is damaged. */
    private void move(Blob blob, Spot spot) {
        try (Connection c = database.getConnection();
                PreparedStatement update =
                        c.prepareStatement(
                                "update blob set bytes = ?, bundle = ?, place = ? where sha256 ="
                                        + " ?")) {
            update.setBytes(1, spot.small());
            update.setObject(2, spot.bundle(), Types.OTHER);
            update.setObject(3, spot.placeOrNull(), Types.BIGINT);
            update.setString(4, blob.sha256().hex());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the stored files cannot be listed", e);
        }
        files().delete(blob.sha256());
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
        Located found = locate(List.of(sha256)).get(sha256);
        if (found == null || found.spot().isFile()) {
            throw files().missing(sha256);
        }
        byte[] bytes = new byte[found.size()];
        read(sha256, found.spot(), bytes, 0, bytes.length);
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
        Map<Sha256, Spot> spots = new HashMap<>();
        locate(names).forEach((name, found) -> spots.put(name, found.spot()));
        return spots;
    }

    private record Located(Spot spot, int size) {}

    private Map<Sha256, Located> locate(Collection<Sha256> names) {
        Map<Sha256, Located> found = new HashMap<>();
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select sha256, bytes, bundle, place, size from blob where sha256 ="
                                        + " any (?) and (bytes is not null or bundle is not null)")) {
            select.setArray(1, Column.of(c, "bpchar", names, Sha256::hex));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(
                            new Sha256(row.getString(1)),
                            new Located(
                                    new Spot(
                                            row.getBytes(2),
                                            row.getObject(3, UUID.class),
                                            row.getLong(4)),
                                    row.getInt(5)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the stored files cannot be found", e);
        }
    }

    /** Who has just put a file can read it. */
    private void settle() {
        if (transaction.getTransactionKey() != null
                && transaction.getResource(Blobs.class) != null) {
            sync();
        }
    }
}

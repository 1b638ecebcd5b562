package org.preceptorportal.store;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
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
     * disk works while their caller makes more and need not hold them. Until then nothing is kept;
     * what never is goes with the end of the transaction. What is kept already is written once
     * more, and replaced by the same.
     *
     * @throws StoreUnreachable when the store's disk is not there
     * @throws IllegalStateException when no transaction runs
     */
    public Blob prepare(byte[] bytes) {
        Blob blob = Blob.of(bytes);
        Map<Blob, Prepared> prepared = unsynced().prepared;
        try {
            prepared.computeIfAbsent(
                    blob,
                    name ->
                            isSmall(name)
                                    ? new Prepared(bytes, null)
                                    : new Prepared(null, begin(name, bytes, true)));
            return blob;
        } catch (RuntimeException | Error e) {
            transaction.setRollbackOnly();
            throw e;
        }
    }

    /**
     * Keeps what the running transaction has prepared, as {@link #put} does.
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
        List<Part> parts = new ArrayList<>();
        try {
            Map<Blob, Found> found = list(blobs, blob -> unsynced.prepared.get(blob).small());
            for (Blob blob : blobs) {
                Prepared each = unsynced.prepared.remove(blob);
                if (each.part() != null) {
                    parts.add(each.part());
                } else if (found.get(blob) == Found.FILE) {
                    parts.add(begin(blob, each.small(), false));
                }
            }
            unsynced.place(parts);
        } catch (RuntimeException | Error e) {
            // There may be a row without its file: nobody may commit it.
            transaction.setRollbackOnly();
            drop(parts);
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
            list(bytes.keySet(), blob -> isSmall(blob) ? bytes.get(blob) : null)
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

    /** Either the bytes of a small one or a file on its way. */
    private record Prepared(byte[] small, Part part) {}

    private final class Unsynced implements Synchronization {
        private final Map<Blob, Prepared> prepared = new HashMap<>();
        private final List<Future<?>> placed = new ArrayList<>();

        private void place(List<Part> parts) {
            if (!parts.isEmpty()) {
                placed.add(files().place(parts, syncing));
            }
        }

        @Override
        public void beforeCompletion() {
            try {
                await(placed);
                placed.clear();
            } catch (RuntimeException | Error e) {
                transaction.setRollbackOnly();
                throw e;
            }
        }

        @Override
        public void afterCompletion(int status) {
            drop(prepared.values().stream().map(Prepared::part).filter(Objects::nonNull).toList());
        }
    }

    /** What was there of a blob before it was listed. */
    private enum Found {
        NONE,
        /** A row that has its bytes. */
        ROW,
        /** A row; its file may be damaged. */
        FILE
    }

    /**
     * Lists them, and says what was there. Until the transaction ends, nobody takes them away.
     *
     * @param bytes of those that are kept in their rows; null of others
     */
    private Map<Blob, Found> list(Collection<Blob> all, Function<Blob, byte[]> bytes) {
        // In one order, so that two who list the same never wait for each other.
        SortedMap<String, Blob> open = new TreeMap<>();
        all.forEach(blob -> open.put(blob.sha256().hex(), blob));
        Map<Blob, Found> found = new HashMap<>();
        try (Connection c = database.getConnection();
                PreparedStatement insert =
                        c.prepareStatement(
                                "insert into blob (sha256, size, crc32, bytes, stored_at) select"
                                        + " u.*, ? from unnest(?::bpchar[], ?::bigint[], ?::bigint[],"
                                        + " ?::bytea[]) u on conflict do nothing returning sha256,"
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
                insert.setArray(5, Column.of(c, "bytea", blobs, bytes));
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

    /**
     * The bytes, checked against their name.
     *
     * @throws BlobDamaged when the file is gone or altered
     * @throws StoreUnreachable when all files are gone (ST-6)
     */
    public byte[] read(Sha256 sha256) {
        settle();
        byte[] bytes =
                files().find(sha256)
                        .or(() -> Optional.ofNullable(inRows(List.of(sha256)).get(sha256)))
                        .orElseThrow(() -> files().missing(sha256));
        if (!Sha256.of(bytes).equals(sha256)) {
            throw new BlobDamaged(sha256, "was altered");
        }
        return bytes;
    }

    /**
     * The same of a file, into memory that is there. Never asks the database for bytes: what may be
     * kept in a row is asked for by {@link #small}, in a thread that the server knows.
     *
     * @param length of all the bytes
     */
    public void read(Sha256 sha256, byte[] into, int at, int length) {
        settle();
        files().read(sha256, into, at, length);
        if (!Sha256.of(into, at, length).equals(sha256)) {
            throw new BlobDamaged(sha256, "was altered");
        }
    }

    /** The bytes of those that are kept in their rows; asks for none where all are large. */
    public Map<Sha256, byte[]> small(Stream<Blob> all) {
        return inRows(all.filter(Blobs::isSmall).map(Blob::sha256).toList());
    }

    private Map<Sha256, byte[]> inRows(List<Sha256> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<Sha256, byte[]> found = new HashMap<>();
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select sha256, bytes from blob where sha256 = any (?) and bytes is"
                                        + " not null")) {
            select.setArray(1, Column.of(c, "bpchar", names, Sha256::hex));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(new Sha256(row.getString(1)), row.getBytes(2));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the small files cannot be read", e);
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

package org.preceptorportal.store;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The kept bytes: files under {@code <data>/blobs}, one row each (rules ST-1 to ST-5). */
@ApplicationScoped
public class Blobs {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Clock clock;

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data;

    @Resource TransactionSynchronizationRegistry transaction;

    private final ExecutorService syncing = BlobFiles.syncing();

    /**
     * Keeps bytes; those already kept are left alone. The row is written in the running
     * transaction, and the bytes are durable before that transaction commits (ST-3): by {@link
     * #sync}, else together with all others just before the commit, which fails if they cannot be.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Blob put(byte[] bytes) {
        Blob blob = Blob.of(bytes);
        // The row first: who would delete an unused file holds it, and is waited for (ST-5).
        boolean listed = list(blob);
        boolean written = files().put(blob.sha256(), bytes);
        if (listed || written) {
            unsynced().names.add(blob.sha256());
        }
        return blob;
    }

    /**
     * Lets the disk begin with what the running transaction has put, while the caller has other
     * things to do: {@link #sync}, or the commit, waits for it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin() {
        Unsynced unsynced = unsynced();
        unsynced.begun.addAll(files().begin(unsynced.names, syncing));
        unsynced.names.clear();
    }

    /**
     * Makes durable now what the running transaction has put, for a caller who can answer a full
     * disk better than by a failing commit.
     *
     * @throws UncheckedIOException when the disk does not take it; the transaction must not commit
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void sync() {
        unsynced().await();
    }

    /** Makes files durable. */
    protected void force(Set<Sha256> names) {
        files().force(names, syncing);
    }

    private BlobFiles files() {
        return new BlobFiles(Path.of(data, "blobs"));
    }

    /** This transaction's files that a power cut could still take. */
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
        private final Set<Sha256> names = new LinkedHashSet<>();
        private final List<Future<?>> begun = new ArrayList<>();

        void await() {
            force(names);
            BlobFiles.await(begun);
            names.clear();
            begun.clear();
        }

        @Override
        public void beforeCompletion() {
            try {
                await();
            } catch (RuntimeException e) {
                transaction.setRollbackOnly();
                throw e;
            }
        }

        @Override
        public void afterCompletion(int status) {}
    }

    /** Whether the row was not there before. Until the transaction ends, nobody takes it away. */
    private boolean list(Blob blob) {
        try (Connection c = database.getConnection();
                PreparedStatement insert =
                        c.prepareStatement(
                                "insert into blob (sha256, size, crc32, stored_at) values (?,?,?,?)"
                                        + " on conflict do nothing");
                PreparedStatement hold =
                        c.prepareStatement("select from blob where sha256 = ? for key share")) {
            insert.setString(1, blob.sha256().hex());
            insert.setLong(2, blob.size());
            insert.setLong(3, blob.crc32());
            insert.setObject(4, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            hold.setString(1, blob.sha256().hex());
            // Between the two statements the housekeeping may take it; then it is put anew.
            while (insert.executeUpdate() == 0) {
                try (ResultSet row = hold.executeQuery()) {
                    if (row.next()) {
                        return false;
                    }
                }
            }
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("the stored file cannot be listed", e);
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
     */
    public byte[] read(Sha256 sha256) {
        byte[] bytes = files().read(sha256);
        if (!Sha256.of(bytes).equals(sha256)) {
            throw new BlobDamaged(sha256, "was altered");
        }
        return bytes;
    }
}

package org.preceptorportal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.preceptorportal.shell.database.Column;

/** The rows of kept bytes, one each. */
final class BlobRows {
    private final DataSource database;
    private final Clock clock;

    BlobRows(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What was there of a blob before it was listed. */
    enum Found {
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
    Map<Blob, Found> list(Collection<Blob> all, Function<Blob, Spot> spots) {
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

    /** Takes what was prepared instead of what is damaged. */
    void move(Blob blob, Spot spot) {
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
    }

    /** Those that have no file of their own. */
    Map<Sha256, Spot> locate(Collection<Sha256> names) {
        Map<Sha256, Spot> found = new HashMap<>();
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
                            new Spot(
                                    row.getBytes(2),
                                    row.getObject(3, UUID.class),
                                    row.getLong(4),
                                    row.getInt(5)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the stored files cannot be found", e);
        }
    }

    /** Whether files are listed. */
    boolean isInUse() {
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
}

package org.preceptorportal.archive;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.preceptorportal.seal.Seal;
import org.preceptorportal.seal.Verdict;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;

/** The archive files of signed letters: which are due, making one, keeping it. */
@ApplicationScoped
public class Archive {
    /** Nothing of it yet, or the newest is to be renewed; the signature's kind does not matter. */
    private static final String DUE =
            " from signed_letter s left join lateral (select a.sha256, a.number, a.renew_before from"
                    + " archived_letter a where a.signed_letter_id = s.id order by a.number desc limit"
                    + " 1) newest on true where s.tenant_id = ? and s.id > ? and s.id <= ? and s.signed_at <= ? and"
                    + " (newest.number is null or newest.renew_before <= ?)";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Seal seal;
    @Inject Blobs blobs;
    @Inject Clock clock;

    /** The letters of the institution, signed by then, that are due, by id. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Long> due(long tenantId, Instant signedBy) {
        return read(
                "select s.id",
                tenantId,
                signedBy,
                0,
                Long.MAX_VALUE,
                Integer.MAX_VALUE,
                row -> row.getLong(1));
    }

    /** The next ones after one and up to another, by id. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Due> page(long tenantId, Instant signedBy, long after, long upTo, int most) {
        return read(
                "select s.id, coalesce(newest.sha256, s.original_sha256), coalesce(newest.number, 0)"
                        + " + 1",
                tenantId,
                signedBy,
                after,
                upTo,
                most,
                row -> new Due(row.getLong(1), new Sha256(row.getString(2)), row.getInt(3)));
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(
            String what,
            long tenantId,
            Instant signedBy,
            long after,
            long upTo,
            int most,
            Row<T> each) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(what + DUE + " order by s.id limit ?")) {
            select.setLong(1, tenantId);
            select.setLong(2, after);
            select.setLong(3, upTo);
            select.setObject(4, OffsetDateTime.ofInstant(signedBy, ZoneOffset.UTC));
            select.setObject(5, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            select.setInt(6, most);
            List<T> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(each.of(row));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("the archive cannot be read", e);
        }
    }

    /**
     * Lifts a file, or renews one; keeps nothing yet.
     *
     * @throws ListNotFetched if it must wait for an outside authority's revocation list
     * @throws NotLiftable if this one cannot be lifted
     * @throws org.preceptorportal.store.BlobDamaged if it is gone or altered
     * @throws org.preceptorportal.seal.SealNotPossible if there is no time-stamp to be had, for
     *     this or any other
     */
    public Lifted lift(Due due) {
        byte[] file = blobs.read(due.file());
        var before = verified(file);
        if (!before.intact()) {
            throw new NotLiftable("The seal does not hold any more: " + before.finding());
        }
        Lifted lifted = new Lift(seal).of(file);
        var after = verified(lifted.bytes());
        if (!after.intact()) {
            throw new NotLiftable("The lifted file does not verify: " + after.fault());
        }
        return lifted;
    }

    // Whatever one file makes a library stumble over, it does not end the night (S6).
    private Verdict verified(byte[] file) {
        try {
            return seal.verify(file);
        } catch (RuntimeException e) {
            throw new NotLiftable(
                    "The file could not be verified: " + e.getClass().getSimpleName(), e);
        }
    }

    /**
     * Keeps a lifted file, in the running transaction.
     *
     * @return false if it was there already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean keep(long runId, long tenantId, Due due, Lifted lifted) {
        Sha256 kept = blobs.put(lifted.bytes()).sha256();
        try (Connection c = database.getConnection();
                PreparedStatement insert =
                        c.prepareStatement(
                                "insert into archived_letter (id, tenant_id, signed_letter_id, number,"
                                        + " sha256, level, lifted_at, renew_before, run_id) values"
                                        + " (nextval('portal_id'), ?, ?, ?, ?, ?, ?, ?, ?) on"
                                        + " conflict (signed_letter_id, number) do nothing")) {
            insert.setLong(1, tenantId);
            insert.setLong(2, due.signedLetterId());
            insert.setInt(3, due.number());
            insert.setString(4, kept.hex());
            insert.setString(5, Lift.LEVEL);
            insert.setObject(6, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.setObject(7, OffsetDateTime.ofInstant(lifted.renewBefore(), ZoneOffset.UTC));
            insert.setLong(8, runId);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the archive cannot be written", e);
        }
    }
}

package org.preceptorportal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.preceptorportal.shell.Caller;

/** Puts events at the end of an institution's chain; works with and without a server. */
public final class AuditChain {
    static final String COLUMNS =
            "tenant_id, number, at, actor, account_id, role, address, action, subject_type, subject_id, detail,"
                    + " previous_hash, hash";

    private AuditChain() {}

    /**
     * Adds an event in the connection's transaction, which must not be in auto-commit mode.
     *
     * @param detail short words without letter content, tokens or addresses (AU-5)
     */
    public static void append(
            Connection c,
            Instant now,
            Caller caller,
            String action,
            String subjectType,
            Object subjectId,
            String detail)
            throws SQLException {
        long number = 1;
        String previous = AuditEvent.GENESIS;
        // One writer per chain: two transactions must not both follow the same predecessor. The
        // time-out turns a caller that waits for itself (AU-4 within AU-3) into an error. Two
        // statements in one message: the second sees what was committed while the first waited.
        try (PreparedStatement last =
                c.prepareStatement(
                        "select set_config('lock_timeout', '10s', true),"
                                + " pg_advisory_xact_lock(7201, ?);"
                                + " select number, hash from audit_event where tenant_id = ?"
                                + " order by number desc limit 1")) {
            last.setInt(1, Math.toIntExact(caller.tenantId()));
            last.setLong(2, caller.tenantId());
            last.execute();
            last.getMoreResults();
            try (ResultSet row = last.getResultSet()) {
                if (row.next()) {
                    number = row.getLong(1) + 1;
                    previous = row.getString(2);
                }
            }
        }
        insert(
                c,
                new AuditEvent(
                                caller.tenantId(),
                                number,
                                // Microseconds are what the database keeps; more would break the
                                // hash on reading back.
                                now.truncatedTo(ChronoUnit.MICROS),
                                caller.name(),
                                caller.accountId(),
                                caller.role() == null ? null : caller.role().name(),
                                caller.address(),
                                action,
                                subjectType,
                                String.valueOf(subjectId),
                                detail,
                                previous,
                                "")
                        .sealed());
    }

    private static void insert(Connection c, AuditEvent event) throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "insert into audit_event ("
                                + COLUMNS
                                + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
            insert.setLong(1, event.tenantId());
            insert.setLong(2, event.number());
            insert.setObject(3, OffsetDateTime.ofInstant(event.at(), ZoneOffset.UTC));
            insert.setString(4, event.actor());
            insert.setObject(5, event.accountId());
            insert.setString(6, event.role());
            insert.setString(7, event.address());
            insert.setString(8, event.action());
            insert.setString(9, event.subjectType());
            insert.setString(10, event.subjectId());
            insert.setString(11, event.detail());
            insert.setString(12, event.previousHash());
            insert.setString(13, event.hash());
            insert.executeUpdate();
        }
    }
}

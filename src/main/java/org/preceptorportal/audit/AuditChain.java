package org.preceptorportal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
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

    // One writer per chain: two transactions must not both follow the same predecessor. A
    // caller that waits for itself (AU-4 within AU-3) runs into the time-out. Two statements
    // in one message: the second sees what was committed while the first waited, and nobody
    // waits for our answer in between. The hash is that of AuditEvent, over what only the
    // database knows yet.
    private static final String APPEND =
            "select set_config('lock_timeout', '10s', true), pg_advisory_xact_lock(7201, ?);"
                    + " insert into audit_event ("
                    + COLUMNS
                    + ") select ?, n, ?, ?, ?, ?, ?, ?, ?, ?, ?, p,"
                    + " encode(sha256(convert_to('64:' || p || chr(10) || ?::text || length(n::text)"
                    + " || ':' || n || chr(10) || ?::text, 'UTF8')), 'hex')"
                    + " from (select coalesce(number, 0) + 1 as n, coalesce(hash::text, ?) as p"
                    + " from (select 1) as one left join lateral (select number, hash from audit_event"
                    + " where tenant_id = ? order by number desc limit 1) as last on true) as place";

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
        // Microseconds are what the database keeps; more would break the hash on reading back.
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        String role = caller.role() == null ? null : caller.role().name();
        String subject = String.valueOf(subjectId);
        AuditEvent event =
                new AuditEvent(
                        caller.tenantId(),
                        0,
                        at,
                        caller.name(),
                        caller.accountId(),
                        role,
                        caller.address(),
                        action,
                        subjectType,
                        subject,
                        detail,
                        "",
                        "");
        try (PreparedStatement append = c.prepareStatement(APPEND)) {
            append.setInt(1, Math.toIntExact(event.tenantId()));
            append.setLong(2, event.tenantId());
            append.setObject(3, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            append.setString(4, event.actor());
            append.setObject(5, event.accountId(), Types.BIGINT);
            append.setString(6, event.role());
            append.setString(7, event.address());
            append.setString(8, event.action());
            append.setString(9, event.subjectType());
            append.setString(10, event.subjectId());
            append.setString(11, event.detail());
            append.setString(12, AuditEvent.field(event.tenantId()));
            append.setString(13, event.content());
            append.setString(14, AuditEvent.GENESIS);
            append.setLong(15, event.tenantId());
            append.execute();
        }
    }
}

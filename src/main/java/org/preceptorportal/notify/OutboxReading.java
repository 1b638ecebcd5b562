package org.preceptorportal.notify;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenants;

/** What an administrator may see of the outbox of their institution (NO-5). */
@ApplicationScoped
public class OutboxReading {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject MailServer server;
    @Inject Tenants tenants;
    @Inject AuditTrail audit;

    /** How many mails are waiting, given up and sent. */
    public record Counts(long waiting, long givenUp, long sent) {
        public long all() {
            return waiting + givenUp + sent;
        }
    }

    /** True on a trial start: a demo institution, and no server to send by. */
    public boolean isReadable(Caller caller) {
        return !server.isConfigured() && tenants.get(caller.tenantId()).demo();
    }

    /**
     * The newest mails first.
     *
     * @param recipient part of an address, or null for all
     * @throws org.preceptorportal.shell.NotForCaller when the caller is no administrator
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Mail> mails(Caller caller, String recipient, int first, int limit) {
        check(caller);
        boolean readable = isReadable(caller);
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select id, recipient, subject, body, created_at, sent_at, next_attempt_at,"
                                        + " attempts, last_error from mail"
                                        + " where tenant_id = ? and strpos(recipient, ?) > 0"
                                        + " order by id desc offset ? limit ?")) {
            select.setLong(1, caller.tenantId());
            select.setString(2, part(recipient));
            select.setInt(3, first);
            select.setInt(4, limit);
            List<Mail> mails = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    mails.add(
                            new Mail(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getString(3),
                                    readable ? row.getString(4) : null,
                                    instant(row, 5),
                                    instant(row, 6),
                                    instant(row, 7),
                                    row.getInt(8),
                                    row.getString(9)));
                }
            }
            return mails;
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox cannot be read", e);
        }
    }

    /**
     * @throws org.preceptorportal.shell.NotForCaller when the caller is no administrator
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Counts counts(Caller caller, String recipient) {
        check(caller);
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select count(*) filter (where sent_at is null and next_attempt_at is not null),"
                                        + " count(*) filter (where sent_at is null and next_attempt_at is null),"
                                        + " count(*) filter (where sent_at is not null)"
                                        + " from mail where tenant_id = ? and strpos(recipient, ?) > 0")) {
            select.setLong(1, caller.tenantId());
            select.setString(2, part(recipient));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Counts(row.getLong(1), row.getLong(2), row.getLong(3));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox cannot be read", e);
        }
    }

    private void check(Caller caller) {
        if (!caller.is(Role.ADMINISTRATOR)) {
            throw audit.refuse(caller, "outbox", caller.tenantId());
        }
    }

    private static String part(String recipient) {
        return recipient == null ? "" : recipient.strip().toLowerCase(Locale.ROOT);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}

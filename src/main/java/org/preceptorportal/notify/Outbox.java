package org.preceptorportal.notify;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Mails on their way (NO-1, NO-2). */
@ApplicationScoped
public class Outbox {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Clock clock;
    @Inject MailServer server;

    /** False when no SMTP server is configured: mails then stay in the outbox. */
    public boolean sendsMail() {
        return server.isConfigured();
    }

    /**
     * Puts a mail into the outbox, in the running transaction, unless this recipient already got
     * one for this event.
     *
     * @param eventKey names the event for all time, for instance {@code letter-signed:4711}
     * @param subject without letter content, token, code or waiver (NO-3)
     * @param body plain text
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(
            long tenantId, String eventKey, String recipient, String subject, String body) {
        try (Connection c = database.getConnection();
                PreparedStatement insert =
                        c.prepareStatement(
                                "insert into mail (id, tenant_id, event_key, recipient, subject, body,"
                                        + " created_at, next_attempt_at)"
                                        + " values (nextval('portal_id'), ?, ?, ?, ?, ?, ?, ?)"
                                        + " on conflict (event_key, recipient) do nothing")) {
            OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
            insert.setLong(1, tenantId);
            insert.setString(2, eventKey);
            insert.setString(3, recipient);
            insert.setString(4, subject);
            insert.setString(5, body);
            insert.setObject(6, now);
            insert.setObject(7, now);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a mail cannot be put into the outbox", e);
        }
    }

    /** Whether this recipient already got a mail for this event: saves making its link. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean holds(String eventKey, String recipient) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select 1 from mail where event_key = ? and recipient = ?")) {
            select.setString(1, eventKey);
            select.setString(2, recipient);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox cannot be read", e);
        }
    }
}

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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.preceptorportal.shell.Words;

/** Mails on their way (NO-1, NO-2). */
@ApplicationScoped
public class Outbox {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Clock clock;
    @Inject MailServer server;
    @Inject Words words;

    /** False when no SMTP server is configured: mails then stay in the outbox. */
    public boolean sendsMail() {
        return server.isConfigured();
    }

    /**
     * Puts a mail into the outbox, in the running transaction, unless this recipient already got
     * one for this event.
     *
     * @param eventKey names the event for all time, for instance {@code letter-signed:4711}
     * @return false when the recipient already had it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean send(long tenantId, String eventKey, String recipient, Message message) {
        return sendAfter(clock.instant(), tenantId, eventKey, recipient, message);
    }

    /**
     * The same for a mail that must not leave before a certain moment.
     *
     * @param notBefore when it may leave
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean sendAfter(
            Instant notBefore, long tenantId, String eventKey, String recipient, Message message) {
        try (Connection c = database.getConnection();
                PreparedStatement insert =
                        c.prepareStatement(
                                "insert into mail (id, tenant_id, event_key, recipient, subject, body,"
                                        + " html, calendar, created_at, next_attempt_at)"
                                        + " values (nextval('portal_id'), ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                        + " on conflict (event_key, recipient) do nothing")) {
            Instant now = clock.instant();
            OffsetDateTime at = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
            insert.setLong(1, tenantId);
            insert.setString(2, eventKey);
            insert.setString(3, recipient);
            insert.setString(4, message.subject());
            insert.setString(5, message.text());
            insert.setString(6, message.html());
            insert.setString(7, message.calendar().map(file -> file.text(now)).orElse(null));
            insert.setObject(8, at);
            insert.setObject(9, OffsetDateTime.ofInstant(notBefore, ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("a mail cannot be put into the outbox", e);
        }
    }

    /**
     * The same, for a text without a calendar file.
     *
     * @param subject without letter content, token, code or waiver (NO-3)
     * @param text plain text
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean send(
            long tenantId, String eventKey, String recipient, String subject, String text) {
        return send(tenantId, eventKey, recipient, message(subject, text, Optional.empty()));
    }

    /**
     * A mail of this text, set in HTML too.
     *
     * @param text plain text, of the grammar that {@link MailFrame} tells
     */
    public Message message(String subject, String text, Optional<CalendarFile> calendar) {
        return Message.of(subject, text, words.say("notify", "mail.open"), calendar);
    }

    /** Takes back the mails of an event that were not sent yet: what they say is true no more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takeBack(String eventKey) {
        try (Connection c = database.getConnection();
                // One that is just being sent is gone: a deed does not wait for a mail server.
                PreparedStatement delete =
                        c.prepareStatement(
                                "delete from mail where id in (select id from mail where event_key = ?"
                                        + " and sent_at is null for update skip locked)")) {
            delete.setString(1, eventKey);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a mail cannot be taken back", e);
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

package org.preceptorportal.notify;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Carries one mail at a time (NO-4). */
@ApplicationScoped
public class Delivery {
    private static final Logger LOG = System.getLogger(Delivery.class.getName());

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject MailServer server;
    @Inject Clock clock;

    /**
     * Sends the mail that is due first, or puts it off, in a transaction of its own. The row is
     * locked meanwhile: another node takes the next one.
     *
     * @return false when none is due
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean sendNext() {
        try (Connection c = database.getConnection();
                PreparedStatement due =
                        c.prepareStatement(
                                "select id, recipient, subject, body, html, calendar, attempts from mail"
                                        + " where sent_at is null and next_attempt_at <= ?"
                                        + " order by next_attempt_at, id limit 1 for update skip locked")) {
            due.setObject(1, utc(clock.instant()));
            try (ResultSet mail = due.executeQuery()) {
                if (!mail.next()) {
                    return false;
                }
                long id = mail.getLong(1);
                try {
                    server.deliver(
                            id,
                            mail.getString(2),
                            mail.getString(3),
                            mail.getString(4),
                            mail.getString(5),
                            mail.getString(6));
                    sent(c, id);
                } catch (MessagingException | RuntimeException e) {
                    failed(c, id, mail.getInt(7) + 1, e);
                }
                return true;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox cannot be worked", e);
        }
    }

    /** The text is not kept: its link or code is for the recipient alone (NO-3). */
    private void sent(Connection c, long id) throws SQLException {
        try (PreparedStatement update =
                c.prepareStatement(
                        "update mail set sent_at = ?, body = '', html = null, calendar = null,"
                                + " attempts = attempts + 1, next_attempt_at = null, last_error = null where id = ?")) {
            update.setObject(1, utc(clock.instant()));
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    private void failed(Connection c, long id, int tries, Exception e) throws SQLException {
        String words = Retry.words(e);
        LOG.log(Level.WARNING, "Mail {0} failed, try {1}: {2}", id, tries, words);
        try (PreparedStatement update =
                c.prepareStatement(
                        "update mail set attempts = ?, last_error = ?, next_attempt_at = ? where id = ?")) {
            update.setInt(1, tries);
            update.setString(2, words);
            update.setObject(
                    3,
                    Retry.after(tries).map(pause -> utc(clock.instant().plus(pause))).orElse(null),
                    java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
            update.setLong(4, id);
            update.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}

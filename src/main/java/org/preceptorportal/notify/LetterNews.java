package org.preceptorportal.notify;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.preceptorportal.signing.LetterSigned;
import org.preceptorportal.signing.SignedLetter;
import org.preceptorportal.signing.SignedLetters;

/**
 * Letters that were signed and of which nobody has been told yet. One row is written with the
 * signature (NO-2); the mails with their links are worded a moment later, so that no author waits
 * for them.
 */
@ApplicationScoped
public class LetterNews {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject SignedLetters signedLetters;
    @Inject LetterMails mails;
    @Inject Event<LetterTold> told;

    void signed(@Observes LetterSigned event) {
        try (Connection c = database.getConnection();
                PreparedStatement insert =
                        c.prepareStatement(
                                "insert into letter_news (signed_letter_id, tenant_id) values (?, ?)")) {
            insert.setLong(1, event.signedLetterId());
            insert.setLong(2, event.tenantId());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a signature cannot be told", e);
        }
    }

    /** Of whom somebody is to be told now, the oldest first. */
    @Transactional
    public List<Long> untold(int most) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select signed_letter_id from letter_news where tell_at <= now() order by"
                                        + " tell_at, signed_letter_id limit ?")) {
            select.setInt(1, most);
            List<Long> untold = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    untold.add(row.getLong(1));
                }
            }
            return untold;
        } catch (SQLException e) {
            throw new IllegalStateException("the news cannot be read", e);
        }
    }

    /**
     * Puts its mails into the outbox, unless another node has, and lets others put theirs. A
     * version that was replaced or taken back meanwhile has news of its own.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void tell(long signedLetterId) {
        try (Connection c = database.getConnection();
                PreparedStatement delete =
                        c.prepareStatement("delete from letter_news where signed_letter_id = ?")) {
            delete.setLong(1, signedLetterId);
            if (delete.executeUpdate() == 1) {
                SignedLetter signed = signedLetters.find(signedLetterId).orElseThrow();
                if (signed.state() == SignedLetter.State.CURRENT) {
                    mails.signed(signed);
                }
                told.fire(new LetterTold(signed));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the news cannot be told", e);
        }
    }

    /** One that could not be told waits a while, so that it keeps no others from being told. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void putOff(long signedLetterId) {
        try (Connection c = database.getConnection();
                PreparedStatement update =
                        c.prepareStatement(
                                "update letter_news set tell_at = now() + interval '10 minutes' where"
                                        + " signed_letter_id = ?")) {
            update.setLong(1, signedLetterId);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the news cannot be put off", e);
        }
    }
}

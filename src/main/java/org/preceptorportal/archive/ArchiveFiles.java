package org.preceptorportal.archive;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.preceptorportal.store.Sha256;

/** Which archive files there are. Callers answer for who may read one. */
@ApplicationScoped
public class ArchiveFiles {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    /** The newest of a signed letter; empty before the first night after its signature. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Sha256> newest(long signedLetterId) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select sha256 from archived_letter where signed_letter_id = ?"
                                        + " order by number desc limit 1")) {
            select.setLong(1, signedLetterId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Sha256(row.getString(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the archive cannot be read", e);
        }
    }

    /** The signed letter that this file, or one that was renewed since, was made of. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Long> signedLetter(Sha256 file) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select signed_letter_id from archived_letter where sha256 = ?")) {
            select.setString(1, file.hex());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the archive cannot be read", e);
        }
    }
}

package org.preceptorportal.packet;

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

/** A learner's newest clinical-skill report. */
@ApplicationScoped
class KeptReports {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Sha256> latest(long learnerId) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select pdf_sha256 from skill_report where learner_id = ?"
                                        + " order by id desc limit 1")) {
            select.setLong(1, learnerId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Sha256(row.getString(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the reports cannot be read", e);
        }
    }
}

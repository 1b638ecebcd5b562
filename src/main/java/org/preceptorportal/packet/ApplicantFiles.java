package org.preceptorportal.packet;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.preceptorportal.store.Sha256;

/** The bound files: made once per key, marked by each night that needs them. */
@ApplicationScoped
public class ApplicantFiles {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    /** Marks the file with this key as one of this run's; false when there is none yet. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean keep(long runId, long programId, long learnerId, String season, Sha256 key) {
        try (Connection c = database.getConnection();
                PreparedStatement update =
                        c.prepareStatement(
                                "update applicant_file set run_id = ? where program_id = ? and learner_id = ?"
                                        + " and season = ? and input_key = ?")) {
            update.setLong(1, runId);
            update.setLong(2, programId);
            update.setLong(3, learnerId);
            update.setString(4, season);
            update.setString(5, key.hex());
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the applicant's file cannot be looked up", e);
        }
    }

    /** Lists a file just made. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(
            long runId,
            long tenantId,
            long programId,
            String season,
            Sha256 key,
            ApplicantFile file,
            Instant at) {
        try (Connection c = database.getConnection();
                PreparedStatement insert =
                        c.prepareStatement(
                                "insert into applicant_file (id, tenant_id, program_id, learner_id, season,"
                                        + " input_key, pdf_sha256, pages, letters, run_id, made_at) values"
                                        + " (nextval('portal_id'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                        + " on conflict (program_id, learner_id, season, input_key)"
                                        + " do update set run_id = excluded.run_id")) {
            insert.setLong(1, tenantId);
            insert.setLong(2, programId);
            insert.setLong(3, file.learnerId());
            insert.setString(4, season);
            insert.setString(5, key.hex());
            insert.setString(6, file.pdf().hex());
            insert.setInt(7, file.pages());
            insert.setInt(8, file.letters());
            insert.setLong(9, runId);
            insert.setObject(10, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the applicant's file cannot be listed", e);
        }
    }

    /** This run's files of a program, by learner. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, ApplicantFile> ofRun(long runId, long programId) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select learner_id, pdf_sha256, pages, letters from applicant_file"
                                        + " where run_id = ? and program_id = ? order by id")) {
            select.setLong(1, runId);
            select.setLong(2, programId);
            Map<Long, ApplicantFile> files = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    // A run that started anew after a repair has two: the later one counts.
                    files.put(
                            row.getLong(1),
                            new ApplicantFile(
                                    row.getLong(1),
                                    new Sha256(row.getString(2)),
                                    row.getInt(3),
                                    row.getInt(4)));
                }
            }
            return files;
        } catch (SQLException e) {
            throw new IllegalStateException("the applicants' files cannot be read", e);
        }
    }
}

package org.preceptorportal.binding;

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
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Sha256;

/** The bound files: made once per key. */
@ApplicationScoped
public class ApplicantFiles {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    /** The files that these inputs gave, by what was asked for; whole ones before others. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<Sha256, ApplicantFile> kept(
            long programId, String season, Collection<Sha256> askedKeys) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select f.asked_key, f.learner_id, b.sha256, b.size, b.crc32, f.pages,"
                                        + " f.letters, f.left_out from applicant_file f join blob b on"
                                        + " b.sha256 = f.pdf_sha256 where f.program_id = ? and f.season"
                                        + " = ? and f.asked_key = any (?)"
                                        + " order by f.input_key = f.asked_key, f.id")) {
            select.setLong(1, programId);
            select.setString(2, season);
            select.setArray(
                    3, c.createArrayOf("bpchar", askedKeys.stream().map(Sha256::hex).toArray()));
            Map<Sha256, ApplicantFile> files = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    files.put(
                            new Sha256(row.getString(1)),
                            new ApplicantFile(
                                    row.getLong(2),
                                    new Blob(
                                            new Sha256(row.getString(3)),
                                            row.getLong(4),
                                            row.getLong(5)),
                                    row.getInt(6),
                                    row.getInt(7),
                                    row.getString(8)));
                }
            }
            return files;
        } catch (SQLException e) {
            throw new IllegalStateException("the applicants' files cannot be read", e);
        }
    }

    /**
     * Lists a file just made.
     *
     * @param asked hash of the inputs
     * @param exact the same, unless parts were left out
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(
            NightRun night,
            long programId,
            Sha256 asked,
            Sha256 exact,
            ApplicantFile file,
            Instant at) {
        try (Connection c = database.getConnection();
                PreparedStatement insert =
                        c.prepareStatement(
                                "insert into applicant_file (id, tenant_id, program_id, learner_id, season,"
                                        + " asked_key, input_key, pdf_sha256, pages, letters, left_out,"
                                        + " run_id, made_at) values"
                                        + " (nextval('portal_id'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                        + " on conflict (program_id, learner_id, season, input_key)"
                                        + " do nothing")) {
            insert.setLong(1, night.tenant());
            insert.setLong(2, programId);
            insert.setLong(3, file.learnerId());
            insert.setString(4, night.season());
            insert.setString(5, asked.hex());
            insert.setString(6, exact.hex());
            insert.setString(7, file.pdf().sha256().hex());
            insert.setInt(8, file.pages());
            insert.setInt(9, file.letters());
            insert.setString(10, file.leftOut());
            insert.setLong(11, night.run());
            insert.setObject(12, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the applicant's file cannot be listed", e);
        }
    }
}

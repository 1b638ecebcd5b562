package org.preceptorportal.skills;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVRecord;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.evaluation.SubmittedEvaluations;
import org.preceptorportal.figures.FigureCsv;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.FileName;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.database.Column;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;

/** The kept reports. A newer one never replaces an older one; the newest counts. */
@ApplicationScoped
public class SkillReports {
    /** As of a moment: a night of a past date makes nothing that is newer than later nights'. */
    private static final String NEWEST =
            "select distinct on (r.learner_id) r.learner_id, r.id, r.pdf_sha256, r.csv_sha256,"
                    + " r.evaluations, r.data_cutoff, r.input_key from skill_report r join run u on"
                    + " u.id = r.run_id join night n on n.id = u.night_id where r.learner_id = any"
                    + " (?) and n.cutoff <= ? order by r.learner_id, n.cutoff desc, r.id desc";

    private static final String CUTOFF =
            "(select n.cutoff from run u join night n on n.id = u.night_id where u.id = %s.run_id)";

    private static final String LIST =
            "select l.id, l.full_name, l.latin_name, r.evaluations, r.data_cutoff from learner l"
                    + " join lateral (select s.* from skill_report s join run u on u.id = s.run_id"
                    + " join night n on n.id = u.night_id where s.learner_id = l.id"
                    + " order by n.cutoff desc, s.id desc limit 1) r on true where l.tenant_id = ?"
                    + " and position(lower(?) in lower(concat(l.full_name, ' ', l.latin_name))) > 0"
                    + " order by coalesce(l.latin_name, l.full_name), l.id limit ? offset ?";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Blobs blobs;
    @Inject Learners learners;
    @Inject SubmittedEvaluations submitted;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    private record Row(SkillReport report, Sha256 key) {}

    /** A learner's newest report. Callers answer for who may see it. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<SkillReport> latest(long learnerId) {
        return Optional.ofNullable(latest(List.of(learnerId)).get(learnerId));
    }

    /** The newest reports of many learners, in one query. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<Long, SkillReport> latest(Collection<Long> learnerIds) {
        return reports(newest(learnerIds, OffsetDateTime.MAX));
    }

    /** The newest that the nights up to this cut-off made. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<Long, SkillReport> latest(Collection<Long> learnerIds, Instant asOf) {
        return reports(newest(learnerIds, OffsetDateTime.ofInstant(asOf, ZoneOffset.UTC)));
    }

    private static Map<Long, SkillReport> reports(Map<Long, Row> rows) {
        Map<Long, SkillReport> reports = new TreeMap<>();
        rows.forEach((id, row) -> reports.put(id, row.report()));
        return reports;
    }

    /**
     * The newest reports of an institution's learners, by name.
     *
     * @param words part of the name; empty for all
     * @throws NotForCaller for anybody but a coordinator
     */
    @Transactional
    public List<SkillReportRow> list(Caller caller, String words, int first, int size) {
        if (!caller.is(Role.COORDINATOR)) {
            throw audit.refuse(caller, "skill reports", "list");
        }
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(LIST)) {
            select.setLong(1, caller.tenantId());
            select.setString(2, words.strip());
            select.setInt(3, size);
            select.setInt(4, first);
            List<SkillReportRow> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(
                            new SkillReportRow(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getInt(4),
                                    row.getObject(5, OffsetDateTime.class).toInstant()));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the skill reports cannot be read", e);
        }
    }

    Map<Long, Sha256> latestKeys(Collection<Long> learnerIds, Instant asOf) {
        Map<Long, Sha256> keys = new TreeMap<>();
        newest(learnerIds, OffsetDateTime.ofInstant(asOf, ZoneOffset.UTC))
                .forEach((id, row) -> keys.put(id, row.key()));
        return keys;
    }

    /**
     * What the report's page shows, for the learner and for the institution's coordinator.
     *
     * @throws NotForCaller for anybody else
     */
    @Transactional
    public SkillReportView view(Caller caller, long learnerId) {
        Learner learner = mayRead(caller, learnerId);
        int evaluations = submitted.ofLearner(learnerId).size();
        SkillReport report = latest(learnerId).orElse(null);
        if (report == null) {
            return new SkillReportView(
                    learnerId,
                    learner.fullName(),
                    learner.latinName(),
                    null,
                    List.of(),
                    evaluations);
        }
        audit.record(caller, "skill-report.read", "learner", learnerId, "figures");
        return new SkillReportView(
                learnerId,
                learner.fullName(),
                learner.latinName(),
                report,
                rows(report),
                Math.max(0, evaluations - report.evaluations()));
    }

    /**
     * @throws NotForCaller when it is not the caller's, or none was made yet
     */
    @Transactional
    public SkillReportFile pdf(Caller caller, long learnerId) {
        return file(caller, learnerId, "pdf", newest(caller, learnerId).pdf());
    }

    /**
     * @throws NotForCaller when it is not the caller's, or none was made yet
     */
    @Transactional
    public SkillReportFile csv(Caller caller, long learnerId) {
        return file(caller, learnerId, "csv", newest(caller, learnerId).csv());
    }

    /**
     * A report to be kept.
     *
     * @param stamp of what it is made of; null when that changed while it was read
     */
    public record Stamped(MadeReport<Blob> report, String stamp) {}

    /**
     * Keeps reports whose files the running transaction has prepared, each as its learner's newest
     * of the nights up to the run's own.
     *
     * @return how many; a report that a later night already has is not
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int keep(long runId, long tenantId, List<Stamped> made) {
        if (made.isEmpty()) {
            return 0;
        }
        List<MadeReport<Blob>> reports = made.stream().map(Stamped::report).toList();
        blobs.keep(reports.stream().flatMap(each -> Stream.of(each.pdf(), each.csv())).toList());
        // A learner may return to earlier inputs (a name changed and changed back): the row of that
        // key becomes the newest again.
        String sql =
                "insert into skill_report (id, tenant_id, learner_id, input_key, pdf_sha256,"
                        + " csv_sha256, evaluations, data_cutoff, stamp, run_id, made_at)"
                        + " select nextval('portal_id'), ?, u.*, ?, ? from unnest(?::bigint[],"
                        + " ?::bpchar[], ?::bpchar[], ?::bpchar[], ?::int[], ?::timestamptz[],"
                        + " ?::bpchar[]) u"
                        + " on conflict (learner_id, input_key) do update set id = excluded.id,"
                        + " pdf_sha256 = excluded.pdf_sha256, csv_sha256 = excluded.csv_sha256,"
                        + " run_id = excluded.run_id, made_at = excluded.made_at,"
                        + " stamp = excluded.stamp where "
                        + CUTOFF.formatted("skill_report")
                        + " < "
                        + CUTOFF.formatted("excluded");
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement(sql)) {
            insert.setLong(1, tenantId);
            insert.setLong(2, runId);
            insert.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.setArray(4, Column.of(c, "bigint", reports, MadeReport::learnerId));
            insert.setArray(5, Column.of(c, "text", reports, report -> report.key().hex()));
            insert.setArray(6, Column.of(c, "text", reports, each -> each.pdf().sha256().hex()));
            insert.setArray(7, Column.of(c, "text", reports, each -> each.csv().sha256().hex()));
            insert.setArray(8, Column.of(c, "int", reports, MadeReport::evaluations));
            insert.setArray(
                    9, Column.of(c, "text", reports, report -> report.dataCutoff().toString()));
            insert.setArray(10, Column.of(c, "text", made, Stamped::stamp));
            int kept = insert.executeUpdate();
            blobs.sync();
            return kept;
        } catch (SQLException e) {
            throw new IllegalStateException("the skill reports cannot be kept", e);
        }
    }

    /** A report that is still right, and the stamp of what it was compared with. */
    public record Current(long learnerId, Sha256 key, String stamp) {}

    /** Notes the stamps of reports that are still right. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void stamp(List<Current> reports) {
        if (reports.isEmpty()) {
            return;
        }
        try (Connection c = database.getConnection();
                PreparedStatement update =
                        c.prepareStatement(
                                "update skill_report set stamp = ? where learner_id = ?"
                                        + " and input_key = ?")) {
            for (Current each : reports) {
                update.setString(1, each.stamp());
                update.setLong(2, each.learnerId());
                update.setString(3, each.key().hex());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the skill reports cannot be stamped", e);
        }
    }

    private SkillReport newest(Caller caller, long learnerId) {
        mayRead(caller, learnerId);
        return latest(learnerId).orElseThrow(() -> new NotForCaller("skill report"));
    }

    private SkillReportFile file(Caller caller, long learnerId, String type, Sha256 sha256) {
        Learner learner = learners.get(learnerId);
        byte[] bytes = blobs.read(sha256);
        audit.record(caller, "skill-report.downloaded", "learner", learnerId, type + " " + sha256);
        return new SkillReportFile(
                FileName.asWritten(learner.sortableName(), learner.code())
                        + "_clinical_skills."
                        + type,
                sha256,
                bytes);
    }

    private Learner mayRead(Caller caller, long learnerId) {
        Learner learner = learners.get(learnerId);
        boolean own = caller.isPerson(Role.LEARNER, learnerId);
        if (learner.tenantId() != caller.tenantId() || !(own || caller.is(Role.COORDINATOR))) {
            throw audit.refuse(caller, "skill report", learnerId);
        }
        return learner;
    }

    private List<FigureRow> rows(SkillReport report) {
        return FigureCsv.read(blobs.read(report.csv())).stream()
                // Reports of earlier methods have domains only.
                .filter(r -> !r.isMapped("kind") || "domain".equals(r.get("kind")))
                .map(
                        r ->
                                new FigureRow(
                                        r.get("domain_label"),
                                        r.get("domain"),
                                        r.get("scale"),
                                        Integer.parseInt(r.get("evaluations")),
                                        Integer.parseInt(r.get("ratings")),
                                        Integer.parseInt(r.get("not_observed")),
                                        r.get("mean"),
                                        r.get("ci95_low"),
                                        r.get("ci95_high"),
                                        fair(r)))
                .toList();
    }

    private static FigureRow.Fair fair(CSVRecord r) {
        return r.isMapped("fair_adjusted")
                        && !(r.get("fair_adjusted").isEmpty() && r.get("fair_reason").isEmpty())
                ? new FigureRow.Fair(
                        r.get("fair_adjusted"),
                        r.get("fair_ci95_low"),
                        r.get("fair_ci95_high"),
                        r.get("fair_reliability"),
                        r.get("fair_raters_needed"),
                        r.get("fair_preceptors"),
                        r.get("fair_reason"))
                : null;
    }

    private Map<Long, Row> newest(Collection<Long> learnerIds, OffsetDateTime asOf) {
        Map<Long, Row> byLearner = new TreeMap<>();
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(NEWEST)) {
            Array ids = c.createArrayOf("bigint", learnerIds.toArray());
            select.setArray(1, ids);
            select.setObject(2, asOf);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    SkillReport report =
                            new SkillReport(
                                    row.getLong(2),
                                    row.getLong(1),
                                    new Sha256(row.getString(3)),
                                    new Sha256(row.getString(4)),
                                    row.getInt(5),
                                    row.getObject(6, OffsetDateTime.class).toInstant());
                    byLearner.put(
                            report.learnerId(), new Row(report, new Sha256(row.getString(7))));
                }
            }
            return byLearner;
        } catch (SQLException e) {
            throw new IllegalStateException("the skill reports cannot be read", e);
        }
    }
}

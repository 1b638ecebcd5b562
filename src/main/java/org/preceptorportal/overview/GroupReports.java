package org.preceptorportal.overview;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.figures.FigureCsv;
import org.preceptorportal.season.Seasons;
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
public class GroupReports {
    private static final String NEWEST =
            "select distinct on (f.season, f.kind, f.subject_id) f.*, coalesce(nullif(concat_ws(',"
                    + " ', p.full_name, p.credentials), ''), s.name, f.season) as name from"
                    + " figure_report f join run u on u.id = f.run_id join night n on n.id ="
                    + " u.night_id left join preceptor p on f.kind = 'PRECEPTOR' and p.id ="
                    + " f.subject_id left join site s on f.kind = 'SITE' and s.id = f.subject_id where"
                    + " f.tenant_id = ? %s order by f.season, f.kind, f.subject_id, n.cutoff desc,"
                    + " f.id desc";

    private static final String CUTOFF =
            "(select n.cutoff from run u join night n on n.id = u.night_id where u.id = %s.run_id)";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Blobs blobs;
    @Inject Seasons seasons;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /**
     * The newest reports of one kind, by name.
     *
     * @param words part of the name; empty for all
     * @throws NotForCaller for anybody but those of OV-1
     */
    @Transactional
    public List<GroupReport> list(
            Caller caller, GroupKind kind, String words, int first, int size) {
        mayList(caller, kind);
        String sql =
                "select * from ("
                        + NEWEST.formatted("and f.kind = ?")
                        + ") newest where position(lower(?) in lower(name)) > 0"
                        + " order by season desc, name, id limit ? offset ?";
        return read(sql, caller.tenantId(), kind.name(), words.strip(), size, first);
    }

    /** Whether the caller finds reports of this kind in the list. */
    public boolean lists(Caller caller, GroupKind kind) {
        return caller.is(Role.COORDINATOR)
                || (caller.is(Role.ADMINISTRATOR) && kind != GroupKind.PRECEPTOR);
    }

    private void mayList(Caller caller, GroupKind kind) {
        if (!lists(caller, kind)) {
            throw audit.refuse(caller, "group report", kind.word());
        }
    }

    /**
     * The newest report of the same subject and season: a night may have made one since the caller
     * saw this in a list.
     *
     * @throws NotForCaller when it is not the caller's to read
     */
    @Transactional
    public GroupReport get(Caller caller, long id) {
        List<GroupReport> found =
                read(
                        "select newest.* from ("
                                + NEWEST.formatted("")
                                + ") newest join figure_report asked using (tenant_id, season,"
                                + " kind, subject_id) where asked.id = ?",
                        caller.tenantId(),
                        id);
        if (found.isEmpty() || !mayRead(caller, found.get(0))) {
            throw audit.refuse(caller, "group report", id);
        }
        return found.get(0);
    }

    /** The newest report about the preceptor who asks. */
    @Transactional
    public Optional<GroupReport> own(Caller caller) {
        if (!caller.is(Role.PRECEPTOR)) {
            throw audit.refuse(caller, "group report", "own");
        }
        return read(
                        "select * from ("
                                + NEWEST.formatted("and f.kind = 'PRECEPTOR' and f.subject_id = ?")
                                + ") newest order by id desc limit 1",
                        caller.tenantId(),
                        caller.personId())
                .stream()
                .findFirst();
    }

    private boolean mayRead(Caller caller, GroupReport report) {
        return lists(caller, report.kind())
                || (report.kind() == GroupKind.PRECEPTOR
                        && caller.isPerson(Role.PRECEPTOR, report.subject()));
    }

    /** The figures of a report that {@link #get} gave to the caller. */
    @Transactional
    public FigureTable table(Caller caller, GroupReport report) {
        if (!mayRead(caller, report) || report.tenant() != caller.tenantId()) {
            throw audit.refuse(caller, "group report", report.id());
        }
        audit.record(
                caller, "group-report.read", report.kind().word(), report.subject(), "figures");
        return FigureTable.of(FigureCsv.read(blobs.read(report.csv())), report.kind().columns());
    }

    /**
     * @throws NotForCaller when it is not the caller's to read
     */
    @Transactional
    public GroupFile pdf(Caller caller, long id) {
        GroupReport report = get(caller, id);
        return file(caller, report, "pdf", report.pdf());
    }

    /**
     * @throws NotForCaller when it is not the caller's to read
     */
    @Transactional
    public GroupFile csv(Caller caller, long id) {
        GroupReport report = get(caller, id);
        return file(caller, report, "csv", report.csv());
    }

    private GroupFile file(Caller caller, GroupReport report, String type, Sha256 sha256) {
        byte[] bytes = blobs.read(sha256);
        audit.record(
                caller,
                "group-report.downloaded",
                report.kind().word(),
                report.subject(),
                type + " " + sha256);
        String name = FileName.asWritten(report.name(), report.kind().word() + report.subject());
        return new GroupFile(name + "_" + report.kind().word() + "_report." + type, sha256, bytes);
    }

    /**
     * Keys of the newest reports of a season, by kind and subject, of nights up to a cut-off: a
     * night of a past date makes nothing that is newer than later nights'.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<String, Sha256> newestKeys(long tenantId, String season, Instant asOf) {
        Map<String, Sha256> keys = new HashMap<>();
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select distinct on (f.kind, f.subject_id) f.kind, f.subject_id,"
                                        + " f.input_key from figure_report f join run u on u.id ="
                                        + " f.run_id join night n on n.id = u.night_id where"
                                        + " f.tenant_id = ? and f.season = ? and n.cutoff <= ?"
                                        + " order by f.kind, f.subject_id, n.cutoff desc, f.id"
                                        + " desc")) {
            select.setLong(1, tenantId);
            select.setString(2, season);
            select.setObject(3, at(asOf));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.put(row.getString(1) + " " + row.getLong(2), new Sha256(row.getString(3)));
                }
            }
            return keys;
        } catch (SQLException e) {
            throw new IllegalStateException("the reports cannot be read", e);
        }
    }

    /**
     * Keeps reports whose files the running transaction has prepared, each as its subject's newest
     * of the nights up to the run's own.
     *
     * @return how many; a report that a later night already has is not
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int keep(long runId, long tenantId, String season, List<MadeGroup<Blob>> made) {
        if (made.isEmpty()) {
            return 0;
        }
        blobs.keep(made.stream().flatMap(each -> Stream.of(each.pdf(), each.csv())).toList());
        // Inputs may become what they were before: the row of that key is the newest again.
        String sql =
                "insert into figure_report (id, tenant_id, season, kind, subject_id, input_key,"
                        + " pdf_sha256, csv_sha256, evaluations, data_cutoff, run_id, made_at)"
                        + " select nextval('portal_id'), ?, ?, u.*, ?, ? from unnest(?::text[],"
                        + " ?::bigint[], ?::bpchar[], ?::bpchar[], ?::bpchar[], ?::int[],"
                        + " ?::timestamptz[]) u on conflict"
                        + " (tenant_id, season, kind, subject_id, input_key) do update set id ="
                        + " excluded.id, pdf_sha256 = excluded.pdf_sha256, csv_sha256 ="
                        + " excluded.csv_sha256, run_id = excluded.run_id, made_at = excluded.made_at"
                        + " where "
                        + CUTOFF.formatted("figure_report")
                        + " < "
                        + CUTOFF.formatted("excluded");
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement(sql)) {
            set(insert, tenantId, season, runId, at(clock.instant()));
            insert.setArray(5, Column.of(c, "text", made, each -> each.kind().name()));
            insert.setArray(6, Column.of(c, "bigint", made, MadeGroup::subject));
            insert.setArray(7, Column.of(c, "text", made, each -> each.key().hex()));
            insert.setArray(8, Column.of(c, "text", made, each -> each.pdf().sha256().hex()));
            insert.setArray(9, Column.of(c, "text", made, each -> each.csv().sha256().hex()));
            insert.setArray(10, Column.of(c, "int", made, MadeGroup::evaluations));
            insert.setArray(11, Column.of(c, "text", made, each -> each.dataCutoff().toString()));
            int kept = insert.executeUpdate();
            blobs.sync();
            return kept;
        } catch (SQLException e) {
            throw new IllegalStateException("the reports cannot be kept", e);
        }
    }

    private List<GroupReport> read(String sql, Object... values) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            set(select, values);
            List<GroupReport> reports = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reports.add(report(row));
                }
            }
            return reports;
        } catch (SQLException e) {
            throw new IllegalStateException("the reports cannot be read", e);
        }
    }

    private GroupReport report(ResultSet row) throws SQLException {
        GroupKind kind = GroupKind.valueOf(row.getString("kind"));
        String season = row.getString("season");
        return new GroupReport(
                row.getLong("id"),
                row.getLong("tenant_id"),
                kind,
                row.getLong("subject_id"),
                season,
                kind == GroupKind.COHORT ? seasons.get(season).name() : row.getString("name"),
                row.getInt("evaluations"),
                row.getObject("data_cutoff", OffsetDateTime.class).toInstant(),
                new Sha256(row.getString("pdf_sha256")),
                new Sha256(row.getString("csv_sha256")));
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}

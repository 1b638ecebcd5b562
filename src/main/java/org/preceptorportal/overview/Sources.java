package org.preceptorportal.overview;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Sheets;
import org.preceptorportal.observed.Slice;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.skills.SkillReport;
import org.preceptorportal.skills.SkillReportView;
import org.preceptorportal.skills.SkillReports;

/** From a figure back to the submitted evaluations that it was computed from (S7). */
@ApplicationScoped
public class Sources {
    private static final String NAMES =
            "select e.id, l.full_name, concat_ws(', ', p.full_name, p.credentials), r.specialty"
                    + " from evaluation e join learner l on l.id = e.learner_id"
                    + " join preceptor p on p.id = e.preceptor_id"
                    + " join rotation r on r.id = e.rotation_id where e.id = any (?)";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject SkillReports learners;
    @Inject GroupReports groups;
    @Inject Seasons seasons;
    @Inject AuditTrail audit;

    private record Names(String learner, String preceptor, String rotation) {}

    /**
     * Behind a line of a learner's newest report.
     *
     * @throws NotForCaller for whom the report is not open, or when none was made yet
     */
    @Transactional
    public List<Source> ofLearner(Caller caller, long learner, Slice slice) {
        SkillReportView view = learners.view(caller, learner);
        SkillReport report = view.report();
        if (report == null) {
            throw new NotForCaller("skill report");
        }
        try (Connection c = database.getConnection()) {
            List<Sheet> sheets =
                    new Sheets(c, caller.tenantId(), report.dataCutoff())
                            .ofLearners(List.of(learner));
            return sources(c, sheets, slice, sheet -> true);
        } catch (SQLException e) {
            throw new IllegalStateException("the evaluations cannot be read", e);
        }
    }

    /**
     * Behind a line of a kept report about a cohort, a preceptor or a site.
     *
     * @throws NotForCaller for whom the report, or single evaluations, are not open
     */
    @Transactional
    public List<Source> ofGroup(Caller caller, long reportId, Slice slice) {
        GroupReport report = groups.get(caller, reportId);
        if (!mayReadEvaluations(caller, report)) {
            throw audit.refuse(caller, "group report", reportId + " sources");
        }
        audit.record(
                caller,
                "group-report.read",
                report.kind().word(),
                report.subject(),
                "evaluations behind " + slice.code());
        Season season = seasons.get(report.season());
        Instant cutoff = report.dataCutoff();
        try (Connection c = database.getConnection()) {
            List<Sheet> sheets =
                    new Sheets(c, report.tenant(), cutoff)
                            .ended(season.firstDay(), season.lastDay());
            return sources(c, sheets, slice, sheet -> about(report, sheet));
        } catch (SQLException e) {
            throw new IllegalStateException("the evaluations cannot be read", e);
        }
    }

    /** Single evaluations are for fewer than figures are (OV-5). */
    static boolean mayReadEvaluations(Caller caller, GroupReport report) {
        return caller.is(Role.COORDINATOR)
                || (report.kind() == GroupKind.PRECEPTOR
                        && caller.isPerson(Role.PRECEPTOR, report.subject()));
    }

    private static boolean about(GroupReport report, Sheet sheet) {
        return switch (report.kind()) {
            case COHORT -> true;
            case PRECEPTOR -> sheet.preceptor() == report.subject();
            case SITE -> sheet.site() == report.subject();
        };
    }

    private static List<Source> sources(
            Connection c, List<Sheet> sheets, Slice slice, Predicate<Sheet> about)
            throws SQLException {
        List<Sheet> counted =
                sheets.stream()
                        .filter(sheet -> !sheet.middle() && sheet.fault() == null)
                        .filter(about)
                        .filter(sheet -> sheet.count(slice).says())
                        .toList();
        Map<Long, Names> names = names(c, counted.stream().map(Sheet::id).toList());
        List<Source> sources = new ArrayList<>();
        for (Sheet sheet : counted) {
            Sheet.Count count = sheet.count(slice);
            Names of = names.get(sheet.id());
            sources.add(
                    new Source(
                            sheet.id(),
                            of.learner(),
                            of.preceptor(),
                            of.rotation(),
                            sheet.ended(),
                            count.rated() == 0 ? null : (Double) count.mean(),
                            count.rated(),
                            count.notObserved()));
        }
        return sources;
    }

    private static Map<Long, Names> names(Connection c, List<Long> ids) throws SQLException {
        Map<Long, Names> names = new HashMap<>();
        try (PreparedStatement select = c.prepareStatement(NAMES)) {
            select.setArray(1, c.createArrayOf("bigint", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    names.put(
                            row.getLong(1),
                            new Names(row.getString(2), row.getString(3), row.getString(4)));
                }
            }
        }
        return names;
    }
}

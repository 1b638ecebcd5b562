package org.preceptorportal.night;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** The nights of an institution, for coordinators, administrators and the portal itself. */
@ApplicationScoped
public class Runs {
    private static final String NIGHTS =
            "select id, night, season, trigger, requested_by, requested_at, cutoff, only_job,"
                    + " program_id, (select p.name from program p where p.id = program_id), dry_run,"
                    + " status, stop_asked, ended_at from night where tenant_id = ?";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject AuditTrail audit;

    /**
     * One night with its ledger and what it skipped.
     *
     * @param id of the night, or of one of its runs
     * @throws org.preceptorportal.shell.NotForCaller when it is not of the caller's institution or
     *     the caller has nothing to do with nights
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public NightView night(Caller caller, long id) {
        if (!mayRead(caller)) {
            throw audit.refuse(caller, "night", id);
        }
        return read(
                        NIGHTS + " and (id = ? or id = (select night_id from run where id = ?))",
                        true,
                        caller.tenantId(),
                        id,
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> audit.refuse(caller, "night", id));
    }

    /** The newest nights first, without the list of skipped items. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<NightView> nights(Caller caller, int limit) {
        if (!mayRead(caller)) {
            throw audit.refuse(caller, "night", "list");
        }
        return read(
                NIGHTS + " order by requested_at desc, id desc limit ?",
                false,
                caller.tenantId(),
                limit);
    }

    private static boolean mayRead(Caller caller) {
        return caller.isPortal() || caller.is(Role.COORDINATOR, Role.ADMINISTRATOR);
    }

    private List<NightView> read(String sql, boolean withSkips, Object... values) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<NightView> nights = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    nights.add(night(row));
                }
            }
            Map<Long, List<RunView>> runs =
                    runs(c, nights.stream().map(NightView::id).toList(), withSkips);
            return nights.stream().map(n -> with(n, runs.getOrDefault(n.id(), List.of()))).toList();
        } catch (SQLException e) {
            throw new IllegalStateException("the nights cannot be read", e);
        }
    }

    private static NightView night(ResultSet row) throws SQLException {
        return new NightView(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                row.getString(3),
                RunTrigger.valueOf(row.getString(4)),
                row.getString(5),
                moment(row, 6),
                moment(row, 7),
                row.getString(8),
                row.getObject(9, Long.class),
                row.getString(10),
                row.getBoolean(11),
                row.getString(12),
                row.getBoolean(13),
                moment(row, 14),
                List.of());
    }

    private static NightView with(NightView n, List<RunView> runs) {
        return new NightView(
                n.id(),
                n.night(),
                n.season(),
                n.trigger(),
                n.requestedBy(),
                n.requestedAt(),
                n.cutoff(),
                n.onlyJob(),
                n.program(),
                n.programName(),
                n.dryRun(),
                n.status(),
                n.stopAsked(),
                n.endedAt(),
                runs);
    }

    private static Map<Long, List<RunView>> runs(
            Connection c, Collection<Long> nights, boolean withSkips) throws SQLException {
        String sql =
                "select id, night_id, job, status, started_at, ended_at, failure, owner, epoch from"
                        + " run where night_id = any (?)";
        List<RunView> bare = new ArrayList<>();
        try (PreparedStatement select = c.prepareStatement(sql)) {
            select.setArray(1, ids(c, nights));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    bare.add(
                            new RunView(
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getString(3),
                                    RunState.valueOf(row.getString(4)),
                                    moment(row, 5),
                                    moment(row, 6),
                                    row.getString(7),
                                    row.getString(8),
                                    row.getLong(9),
                                    List.of(),
                                    List.of(),
                                    List.of()));
                }
            }
        }
        List<String> order = NightProgram.get().jobs().stream().map(ProgramJob::name).toList();
        bare.sort(Comparator.comparingInt(run -> order.indexOf(run.job())));
        List<Long> ids = bare.stream().map(RunView::id).toList();
        Map<Long, List<RetryView>> retries = retries(c, ids);
        Map<Long, List<StepView>> steps = steps(c, ids);
        Map<Long, List<SkipView>> skips = withSkips ? skips(c, ids) : Map.of();
        Map<Long, List<RunView>> byNight = new HashMap<>();
        for (RunView r : bare) {
            byNight.computeIfAbsent(r.nightId(), id -> new ArrayList<>())
                    .add(
                            new RunView(
                                    r.id(),
                                    r.nightId(),
                                    r.job(),
                                    r.state(),
                                    r.startedAt(),
                                    r.endedAt(),
                                    r.failure(),
                                    r.owner(),
                                    r.epoch(),
                                    retries.getOrDefault(r.id(), List.of()),
                                    steps.getOrDefault(r.id(), List.of()),
                                    skips.getOrDefault(r.id(), List.of())));
        }
        return byNight;
    }

    private static Map<Long, List<RetryView>> retries(Connection c, Collection<Long> runs)
            throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "select run_id, failure, noted_at, retry_at from run_retry where run_id = any"
                                + " (?) order by number")) {
            select.setArray(1, ids(c, runs));
            Map<Long, List<RetryView>> retries = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    retries.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(new RetryView(row.getString(2), moment(row, 3), moment(row, 4)));
                }
            }
            return retries;
        }
    }

    private static Map<Long, List<StepView>> steps(Connection c, Collection<Long> runs)
            throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "select run_id, step, expected, read, made, unchanged, skipped, started_at,"
                                + " ended_at from run_ledger where run_id = any (?) order by position")) {
            select.setArray(1, ids(c, runs));
            Map<Long, List<StepView>> steps = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    steps.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(
                                    new StepView(
                                            row.getString(2),
                                            row.getInt(3),
                                            row.getInt(4),
                                            row.getInt(5),
                                            row.getInt(6),
                                            row.getInt(7),
                                            moment(row, 8),
                                            moment(row, 9)));
                }
            }
            return steps;
        }
    }

    private static Map<Long, List<SkipView>> skips(Connection c, Collection<Long> runs)
            throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "select k.run_id, k.step, k.item, k.label, k.reason from run_skip k join"
                                + " run_step s on s.run_id = k.run_id and s.step = k.step where"
                                + " k.run_id = any (?) order by s.position, k.label, k.item")) {
            select.setArray(1, ids(c, runs));
            Map<Long, List<SkipView>> skips = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    skips.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(
                                    new SkipView(
                                            row.getString(2),
                                            row.getString(3),
                                            row.getString(4),
                                            row.getString(5)));
                }
            }
            return skips;
        }
    }

    private static Array ids(Connection c, Collection<Long> ids) throws SQLException {
        return c.createArrayOf("bigint", ids.toArray());
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}

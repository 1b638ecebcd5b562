package org.preceptorportal.night;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** The nights of an institution, for coordinators, administrators and the portal itself. */
@ApplicationScoped
public class Runs {
    private static final String SELECT =
            "select id, night, season, trigger, requested_by, status, requested_at, started_at,"
                    + " ended_at, failure from run where tenant_id = ?";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject AuditTrail audit;

    /**
     * One run with its ledger and what it skipped.
     *
     * @throws org.preceptorportal.shell.NotForCaller when it is not of the caller's institution or
     *     the caller has nothing to do with nights
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public RunView get(Caller caller, long id) {
        if (!mayRead(caller)) {
            throw audit.refuse(caller, "run", id);
        }
        List<RunView> found = read(SELECT + " and id = ?", true, caller.tenantId(), id);
        if (found.isEmpty()) {
            throw audit.refuse(caller, "run", id);
        }
        return found.get(0);
    }

    /** The newest runs first, without the list of skipped items. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<RunView> list(Caller caller, int limit) {
        if (!mayRead(caller)) {
            throw audit.refuse(caller, "run", "list");
        }
        return read(
                SELECT + " order by requested_at desc, id desc limit ?",
                false,
                caller.tenantId(),
                limit);
    }

    private static boolean mayRead(Caller caller) {
        return caller.isPortal() || caller.is(Role.COORDINATOR, Role.ADMINISTRATOR);
    }

    private List<RunView> read(String sql, boolean withSkips, Object... values) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<RunView> runs = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long id = row.getLong(1);
                    runs.add(
                            new RunView(
                                    id,
                                    row.getObject(2, LocalDate.class),
                                    row.getString(3),
                                    RunTrigger.valueOf(row.getString(4)),
                                    row.getString(5),
                                    row.getString(6),
                                    moment(row, 7),
                                    moment(row, 8),
                                    moment(row, 9),
                                    row.getString(10),
                                    steps(c, id),
                                    withSkips ? skips(c, id) : List.of()));
                }
            }
            return runs;
        } catch (SQLException e) {
            throw new IllegalStateException("the runs cannot be read", e);
        }
    }

    private static List<StepView> steps(Connection c, long run) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "select step, expected, read, made, unchanged, skipped, started_at, ended_at"
                                + " from run_step where run_id = ? order by position")) {
            select.setLong(1, run);
            List<StepView> steps = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    steps.add(
                            new StepView(
                                    row.getString(1),
                                    row.getInt(2),
                                    row.getInt(3),
                                    row.getInt(4),
                                    row.getInt(5),
                                    row.getInt(6),
                                    moment(row, 7),
                                    moment(row, 8)));
                }
            }
            return steps;
        }
    }

    private static List<SkipView> skips(Connection c, long run) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "select k.step, k.item, k.label, k.reason from run_skip k join run_step s on"
                                + " s.run_id = k.run_id and s.step = k.step where k.run_id = ?"
                                + " order by s.position, k.label, k.item")) {
            select.setLong(1, run);
            List<SkipView> skips = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    skips.add(
                            new SkipView(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4)));
                }
            }
            return skips;
        }
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}

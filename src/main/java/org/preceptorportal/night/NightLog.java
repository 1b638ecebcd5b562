package org.preceptorportal.night;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;

/**
 * The rows of {@code night}: who asked for what, who stopped it, who goes on with it, whose nights
 * are paused. Their runs are {@link RunLog}'s.
 */
@ApplicationScoped
public class NightLog {
    private static final String UNIQUE = "23505";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Node node;
    @Inject AuditTrail audit;

    /** What a new night is to be. */
    record Plan(
            String season,
            LocalDate night,
            Instant cutoff,
            RunTrigger trigger,
            Instant at,
            Order order,
            List<ProgramJob> jobs) {}

    /**
     * Writes a new night, its jobs waiting.
     *
     * @return empty when a unique index says that this night exists or another one is active (NI-1)
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public OptionalLong open(Caller caller, Plan plan) {
        String sql =
                "insert into night (id, tenant_id, season, night, trigger, requested_by, requested_at,"
                        + " cutoff, only_job, program_id, dry_run, status) values"
                        + " (nextval('portal_id'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING')"
                        + " on conflict do nothing returning id";
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement(sql)) {
            insert.setLong(1, caller.tenantId());
            insert.setString(2, plan.season());
            insert.setObject(3, plan.night());
            insert.setString(4, plan.trigger().name());
            insert.setString(5, caller.name());
            insert.setObject(6, utc(plan.at()));
            insert.setObject(7, utc(plan.cutoff()));
            insert.setString(8, plan.order().onlyJob());
            insert.setObject(9, plan.order().program(), Types.BIGINT);
            insert.setBoolean(10, plan.order().dryRun());
            try (ResultSet row = insert.executeQuery()) {
                if (!row.next()) {
                    return OptionalLong.empty();
                }
                long id = row.getLong(1);
                for (ProgramJob job : plan.jobs()) {
                    addRun(c, id, caller.tenantId(), job);
                }
                audit.record(
                        caller,
                        "night.started",
                        "night",
                        id,
                        plan.trigger() == RunTrigger.SCHEDULED
                                ? "by schedule"
                                : plan.order().program() != null && plan.order().asked()
                                        ? "by request, the program asked"
                                        : "by request");
                return OptionalLong.of(id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the night cannot be written", e);
        }
    }

    private static void addRun(Connection c, long night, long tenant, ProgramJob job)
            throws SQLException {
        try (PreparedStatement insert =
                        c.prepareStatement(
                                "insert into run (id, night_id, tenant_id, job, status) values"
                                        + " (nextval('portal_id'), ?, ?, ?, 'WAITING') returning id");
                PreparedStatement step =
                        c.prepareStatement(
                                "insert into run_step (run_id, step, position) values (?, ?, ?)")) {
            insert.setLong(1, night);
            insert.setLong(2, tenant);
            insert.setString(3, job.name());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                int position = 0;
                for (String name : job.steps()) {
                    step.setLong(1, row.getLong(1));
                    step.setString(2, name);
                    step.setInt(3, ++position);
                    step.addBatch();
                }
                step.executeBatch();
            }
        }
    }

    /** The institution's active night, or the one of a single program. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public OptionalLong active(long tenantId, Long program) {
        return Sql.ids(
                        database,
                        "select id from night where tenant_id = ? and coalesce(program_id, 0) = ? and"
                                + " status = 'RUNNING'",
                        tenantId,
                        program == null ? 0 : program)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** All active nights. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Long> active() {
        return Sql.ids(database, "select id from night where status = 'RUNNING' order by id");
    }

    /** True when this business date already has its scheduled night. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean scheduled(long tenantId, LocalDate night) {
        return !Sql.ids(
                        database,
                        "select id from night where tenant_id = ? and night = ? and trigger ="
                                + " 'SCHEDULED'",
                        tenantId,
                        night)
                .isEmpty();
    }

    /**
     * Opens a night that failed or was stopped once more; what is left of it waits for its turn. Of
     * two who ask at once, one wins.
     *
     * @return false when it is under way or completed, or another is active
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean reopen(Caller caller, long night) {
        try (Connection c = database.getConnection()) {
            // A row of the same lane that is active would break the unique index, so it is asked
            // for first; the index decides when two nodes ask for two nights at once.
            int opened =
                    Sql.update(
                            c,
                            "update night n set status = 'RUNNING', stop_asked = false, ended_at ="
                                    + " null where id = ? and tenant_id = ? and status in ('FAILED',"
                                    + " 'STOPPED') and not exists (select 1 from night o where"
                                    + " o.tenant_id = n.tenant_id and coalesce(o.program_id, 0) ="
                                    + " coalesce(n.program_id, 0) and o.status = 'RUNNING')",
                            night,
                            caller.tenantId());
            if (opened == 0) {
                return false;
            }
            Sql.update(
                    c,
                    // They stay for the night's statement. Tries are counted from 1: those at 0 and
                    // below are of former goes, in the same order.
                    "update run_retry t set number = number - 1000 from run r where r.id = t.run_id"
                            + " and r.night_id = ? and r.status in ('FAILED', 'STOPPED',"
                            + " 'ABANDONED')",
                    night);
            Sql.update(
                    c,
                    "update run set status = 'WAITING', failure = null, ended_at = null where night_id"
                            + " = ? and status in ('FAILED', 'STOPPED', 'ABANDONED')",
                    night);
            audit.record(caller, "night.restarted", "night", night, "at its checkpoint");
            return true;
        } catch (SQLException e) {
            if (UNIQUE.equals(e.getSQLState())) {
                throw new NightAlreadyRunning(night);
            }
            throw new IllegalStateException("the night cannot be restarted", e);
        }
    }

    /** Asks that a night stop at its next chunk, on whichever node it runs. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean askToStop(Caller caller, long night) {
        try (Connection c = database.getConnection()) {
            int asked =
                    Sql.update(
                            c,
                            "update night set stop_asked = true where id = ? and tenant_id = ? and"
                                    + " status = 'RUNNING'",
                            night,
                            caller.tenantId());
            if (asked == 0) {
                return false;
            }
            Sql.update(
                    c,
                    "update run r set status = 'STOPPING' where night_id = ? and " + RunLog.ACTIVE,
                    night);
            audit.record(caller, "night.stopped", "night", night, "by request");
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("the night cannot be stopped", e);
        }
    }

    /** True while no scheduled night of the institution begins. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean paused(long tenantId) {
        return !Sql.ids(database, "select tenant_id from night_pause where tenant_id = ?", tenantId)
                .isEmpty();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void pause(Caller caller, boolean paused) {
        try (Connection c = database.getConnection()) {
            int changed =
                    paused
                            ? Sql.update(
                                    c,
                                    "insert into night_pause (tenant_id, paused_by, paused_at) values"
                                            + " (?, ?, clock_timestamp()) on conflict do nothing",
                                    caller.tenantId(),
                                    caller.name())
                            : Sql.update(
                                    c,
                                    "delete from night_pause where tenant_id = ?",
                                    caller.tenantId());
            if (changed == 1) {
                audit.record(
                        caller,
                        paused ? "night.paused" : "night.resumed",
                        "tenant",
                        caller.tenantId(),
                        "scheduled nights");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the pause cannot be written", e);
        }
    }

    /** True when the program is one of the institution. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean hasProgram(long tenantId, long program) {
        return !Sql.ids(
                        database,
                        "select id from program where tenant_id = ? and id = ?",
                        tenantId,
                        program)
                .isEmpty();
    }

    /** A night and whose it is. */
    record Left(long tenant, long night) {}

    /**
     * The nights that this node saw fail within the last day, as when the server went down under
     * them, unless a person stopped them or a newer one followed. What is paused stays as it is,
     * and a dry run is for whoever asked for it.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Left> leftBehind() {
        String sql =
                "select tenant_id, id from night n where status = 'FAILED' and not stop_asked and not"
                        + " dry_run and requested_at > clock_timestamp() - interval '1 day' and exists"
                        + " (select 1 from run where night_id = n.id and owner = ?) and not exists"
                        + " (select 1 from night newer where newer.tenant_id = n.tenant_id and"
                        + " newer.id > n.id) and not exists (select 1 from night_pause p where"
                        + " p.tenant_id = n.tenant_id)";
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            select.setString(1, node.name());
            List<Left> nights = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    nights.add(new Left(row.getLong(1), row.getLong(2)));
                }
            }
            return nights;
        } catch (SQLException e) {
            throw new IllegalStateException("the nights cannot be read", e);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}

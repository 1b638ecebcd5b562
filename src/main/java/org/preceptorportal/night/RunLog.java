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
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.RunLost;
import org.preceptorportal.shell.Caller;

/**
 * The rows of {@code night} and {@code run}: who asked, who owns, how it ended. Written by the
 * night itself only. Leases are measured by the database's clock, for the nodes' clocks may differ
 * (NI-2).
 */
@ApplicationScoped
public class RunLog {
    private static final String LEASE = "clock_timestamp() + interval '60 seconds'";
    private static final String ACTIVE = "r.status in ('STARTING', 'STARTED', 'STOPPING')";
    private static final String UNIQUE = "23505";
    private static final String OWN =
            "update run r set status = 'STARTING', owner = ?, epoch = epoch + 1, lease_until = "
                    + LEASE
                    + " where ";

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

    /** A run that this node has just come to own, and the execution it goes on from, if any. */
    record Claim(NightRun run, Long executionId) {}

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
        return ids(
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
        return ids("select id from night where status = 'RUNNING' order by id");
    }

    /** True when this business date already has its scheduled night. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean scheduled(long tenantId, LocalDate night) {
        return !ids(
                        "select id from night where tenant_id = ? and night = ? and trigger ="
                                + " 'SCHEDULED'",
                        tenantId,
                        night)
                .isEmpty();
    }

    /**
     * Takes the jobs of a night whose turn has come; when there are none and nobody works on one,
     * the night is over. Any number of nodes may call it at any time: the night's row decides.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Claim> claimReady(long night) {
        try (Connection c = database.getConnection()) {
            boolean stopAsked;
            try (PreparedStatement select =
                    c.prepareStatement(
                            "select stop_asked from night where id = ? and status = 'RUNNING' for"
                                    + " update")) {
                select.setLong(1, night);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        return List.of();
                    }
                    stopAsked = row.getBoolean(1);
                }
            }
            Map<String, RunState> states = states(c, night);
            List<String> ready = stopAsked ? List.of() : NightProgram.get().ready(states);
            if (!ready.isEmpty()) {
                return own(
                        c,
                        "r.night_id = ? and r.job = any (?)",
                        night,
                        c.createArrayOf("varchar", ready.toArray()));
            }
            if (states.values().stream().noneMatch(RunState::active)) {
                settle(c, night, states.values());
            }
            return List.of();
        } catch (SQLException e) {
            throw new IllegalStateException("the night cannot go on", e);
        }
    }

    private static Map<String, RunState> states(Connection c, long night) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement("select job, status from run where night_id = ?")) {
            select.setLong(1, night);
            Map<String, RunState> states = new LinkedHashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    states.put(row.getString(1), RunState.valueOf(row.getString(2)));
                }
            }
            return states;
        }
    }

    private static void settle(Connection c, long night, Collection<RunState> states)
            throws SQLException {
        Set<RunState> all = states.isEmpty() ? Set.of() : EnumSet.copyOf(states);
        String status =
                all.contains(RunState.FAILED)
                        ? "FAILED"
                        : all.stream().allMatch(s -> s == RunState.COMPLETED)
                                ? "COMPLETED"
                                : "STOPPED";
        update(
                c,
                "update night set status = ?, ended_at = clock_timestamp() where id = ?",
                status,
                night);
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
                    update(
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
            update(
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
                    update(
                            c,
                            "update night set stop_asked = true where id = ? and tenant_id = ? and"
                                    + " status = 'RUNNING'",
                            night,
                            caller.tenantId());
            if (asked == 0) {
                return false;
            }
            update(
                    c,
                    "update run r set status = 'STOPPING' where night_id = ? and " + ACTIVE,
                    night);
            audit.record(caller, "night.stopped", "night", night, "by request");
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("the night cannot be stopped", e);
        }
    }

    /** Which of these runs are asked to stop. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Long> askedToStop(Collection<Long> runs) {
        return runs.isEmpty()
                ? List.of()
                : ids(
                        "select r.id from run r join night n on n.id = r.night_id where n.stop_asked"
                                + " and r.id = any (?)",
                        runs);
    }

    /** True while no scheduled night of the institution begins. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean paused(long tenantId) {
        return !ids("select tenant_id from night_pause where tenant_id = ?", tenantId).isEmpty();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void pause(Caller caller, boolean paused) {
        try (Connection c = database.getConnection()) {
            int changed =
                    paused
                            ? update(
                                    c,
                                    "insert into night_pause (tenant_id, paused_by, paused_at) values"
                                            + " (?, ?, clock_timestamp()) on conflict do nothing",
                                    caller.tenantId(),
                                    caller.name())
                            : update(
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
        return !ids("select id from program where tenant_id = ? and id = ?", tenantId, program)
                .isEmpty();
    }

    /** The job has begun; from here on a restart knows which execution to go on from. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void started(NightRun run, long executionId) {
        change(
                run,
                "update run set status = case status when 'STOPPING' then status else 'STARTED' end,"
                        + " execution_id = ?, ended_at = null, failure = null, started_at ="
                        + " coalesce(started_at, clock_timestamp()), lease_until = "
                        + LEASE
                        + " where id = ? and epoch = ?",
                executionId);
    }

    /** The job is over, one way or the other. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void ended(NightRun run, String status) {
        change(
                run,
                "update run set status = ?, failure = case when ? = 'FAILED' then"
                        + " coalesce(failure, job) end, ended_at = clock_timestamp(), lease_until = null"
                        + " where id = ? and epoch = ?",
                status,
                status);
    }

    /** Notes what kind of error ended a step (NI-6); the first one counts. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void failed(NightRun run, String failure) {
        change(
                run,
                "update run set failure = coalesce(failure, ?) where id = ? and epoch = ?",
                failure);
    }

    /**
     * Prolongs the lease.
     *
     * @throws RunLost when another node has taken the run over
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void prolong(NightRun run) {
        change(run, "update run set lease_until = " + LEASE + " where id = ? and epoch = ?");
    }

    /**
     * Takes over every run whose lease has lapsed, and at start-up also the active ones that this
     * node had to leave behind.
     *
     * @param held runs that this JVM works on: they are not for taking
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Claim> takeOver(boolean atStartUp, Collection<Long> held) {
        try (Connection c = database.getConnection()) {
            String which =
                    "r.id in (select r.id from run r where "
                            + ACTIVE
                            + " and (r.lease_until < clock_timestamp() or ? and r.owner = ?)"
                            + " and r.id <> all (?) for update skip locked)";
            return own(c, which, atStartUp, node.name(), c.createArrayOf("bigint", held.toArray()));
        } catch (SQLException e) {
            throw new IllegalStateException("the runs cannot be taken over", e);
        }
    }

    /** A night and whose it is. */
    record Left(long tenant, long night) {}

    /**
     * The nights that this node saw fail or stopped in order to shut down, within the last day,
     * unless a person stopped them or a newer one followed.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Left> leftBehind() {
        String sql =
                "select tenant_id, id from night n where status in ('FAILED', 'STOPPED') and not"
                        + " stop_asked and requested_at > clock_timestamp() - interval '1 day' and"
                        + " exists (select 1 from run where night_id = n.id and owner = ?) and not"
                        + " exists (select 1 from night newer where newer.tenant_id = n.tenant_id and"
                        + " newer.id > n.id)";
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

    // Makes this node the owner of runs, under a new epoch in their parts too (LE-3).
    private List<Claim> own(Connection c, String which, Object... values) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement update = c.prepareStatement(OWN + which + " returning r.id")) {
            update.setString(1, node.name());
            bind(update, 2, values);
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        if (ids.isEmpty()) {
            return List.of();
        }
        update(
                c,
                "update run_part p set epoch = r.epoch from run r where r.id = p.run_id and p.run_id ="
                        + " any (?)",
                c.createArrayOf("bigint", ids.toArray()));
        List<Claim> claims = claims(c, ids);
        for (Claim claim : claims) {
            if (claim.executionId() != null) {
                markOrphanFailed(c, claim.executionId());
            }
        }
        return claims;
    }

    private static List<Claim> claims(Connection c, List<Long> runs) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "select r.id, n.id, r.job, n.tenant_id, n.season, n.night, n.cutoff, r.epoch,"
                                + " coalesce(n.program_id, 0), n.dry_run, r.execution_id from run r join"
                                + " night n on n.id = r.night_id where r.id = any (?) order by r.id")) {
            select.setArray(1, c.createArrayOf("bigint", runs.toArray()));
            List<Claim> claims = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    claims.add(
                            new Claim(
                                    new NightRun(
                                            row.getLong(1),
                                            row.getLong(2),
                                            row.getString(3),
                                            row.getLong(4),
                                            row.getString(5),
                                            row.getObject(6, LocalDate.class),
                                            row.getObject(7, OffsetDateTime.class).toInstant(),
                                            row.getLong(8),
                                            row.getLong(9),
                                            row.getBoolean(10)),
                                    row.getObject(11, Long.class)));
                }
            }
            return claims;
        }
    }

    // A killed JVM leaves its execution STARTED for ever; Jakarta Batch has no verb for that.
    private static void markOrphanFailed(Connection c, long executionId) throws SQLException {
        for (String table : List.of("jb_executioninstancedata", "jb_stepexecutioninstancedata")) {
            update(
                    c,
                    "update "
                            + table
                            + " set batchstatus = 'FAILED', exitstatus = 'FAILED', endtime ="
                            + " localtimestamp where jobexecid = ? and batchstatus in ('STARTING',"
                            + " 'STARTED', 'STOPPING')",
                    executionId);
        }
    }

    private void change(NightRun run, String sql, Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 2);
        all[values.length] = run.run();
        all[values.length + 1] = run.epoch();
        try (Connection c = database.getConnection()) {
            if (update(c, sql, all) == 0) {
                throw new RunLost(run.run());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the run cannot be updated", e);
        }
    }

    private List<Long> ids(String sql, Object... values) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof Collection<?> many) {
                    values[i] = c.createArrayOf("bigint", many.toArray());
                }
            }
            bind(select, 1, values);
            List<Long> ids = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("the nights cannot be read", e);
        }
    }

    private static int update(Connection c, String sql, Object... values) throws SQLException {
        try (PreparedStatement update = c.prepareStatement(sql)) {
            bind(update, 1, values);
            return update.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int first, Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(first + i, values[i]);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}

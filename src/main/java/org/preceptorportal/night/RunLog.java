package org.preceptorportal.night;

import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.ledger.RunLost;

/**
 * The rows of {@code run}: who owns one, how it ended. Written by the night itself only. Leases are
 * measured by the database's clock, for the nodes' clocks may differ (NI-2).
 */
@ApplicationScoped
public class RunLog {
    private static final String LEASE = "clock_timestamp() + interval '60 seconds'";
    static final String ACTIVE = "r.status in ('STARTING', 'STARTED', 'STOPPING')";
    private static final String OWN =
            "update run r set status = 'STARTING', owner = ?, epoch = epoch + 1, lease_until = "
                    + LEASE
                    + " where ";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Node node;

    /** After which time each further try begins; there are no more than these. */
    @Inject
    @ConfigProperty(name = "portal.night.retry-after", defaultValue = "PT5S,PT20S,PT1M")
    List<Duration> retryAfter;

    /** A run that this node has just come to own, and the execution it goes on from, if any. */
    record Claim(NightRun run, Long executionId) {}

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
                        "r.night_id = ? and r.job = any (?) and not exists (select from run_retry t"
                                + " where t.run_id = r.id and t.retry_at > clock_timestamp())",
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
        Sql.update(
                c,
                "update night set status = ?, ended_at = clock_timestamp() where id = ?",
                status,
                night);
    }

    /** The active nights that nobody works on, or that have a job which waits for its turn. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Long> waiting() {
        return Sql.ids(
                database,
                "select n.id from night n where n.status = 'RUNNING' and (exists (select from run r"
                        + " where r.night_id = n.id and r.status = 'WAITING') or not exists (select"
                        + " from run r where r.night_id = n.id and "
                        + ACTIVE
                        + ")) order by n.id");
    }

    /** Which of these runs are asked to stop. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Long> askedToStop(Collection<Long> runs) {
        return runs.isEmpty()
                ? List.of()
                : Sql.ids(
                        database,
                        "select r.id from run r join night n on n.id = r.night_id where n.stop_asked"
                                + " and r.id = any (?)",
                        runs);
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

    /**
     * The job is over, one way or the other. It waits for its turn again, and goes on at its
     * checkpoint, if this node stopped it in order to leave (NI-10), or if a fault outside the
     * portal ended it and it has tries left (NI-11).
     *
     * @param fault what ended one of its steps, if one did; never null for a job that failed
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void ended(NightRun run, BatchStatus status, Fault fault) {
        try (Connection c = database.getConnection()) {
            boolean goesOn =
                    Sql.ids(c, "select id from night where id = ? and stop_asked", run.nightId())
                                    .isEmpty()
                            && (status == BatchStatus.STOPPED
                                    || status == BatchStatus.FAILED
                                            && fault.outside()
                                            && retry(c, run, fault));
            int rows =
                    goesOn
                            ? Sql.update(
                                    c,
                                    "update run set status = 'WAITING', owner = null, lease_until ="
                                            + " null where id = ? and epoch = ?",
                                    run.run(),
                                    run.epoch())
                            : Sql.update(
                                    c,
                                    "update run set status = ?, failure = ?, ended_at ="
                                            + " clock_timestamp(), lease_until = null where id = ? and"
                                            + " epoch = ?",
                                    status.name(),
                                    status == BatchStatus.FAILED ? fault.said() : null,
                                    run.run(),
                                    run.epoch());
            if (rows == 0) {
                throw new RunLost(run.run());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the run cannot be ended", e);
        }
    }

    private boolean retry(Connection c, NightRun run, Fault fault) throws SQLException {
        int tried =
                Sql.ids(
                                c,
                                "select number from run_retry where run_id = ? and number > 0",
                                run.run())
                        .size();
        if (tried >= retryAfter.size()) {
            return false;
        }
        Sql.update(
                c,
                "insert into run_retry (run_id, number, failure, noted_at, retry_at) values (?, ?, ?,"
                        + " clock_timestamp(), clock_timestamp() + ? * interval '1 millisecond')",
                run.run(),
                tried + 1,
                fault.said(),
                retryAfter.get(tried).toMillis());
        return true;
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
            return own(c, which, atStartUp, node.name(), held);
        } catch (SQLException e) {
            throw new IllegalStateException("the runs cannot be taken over", e);
        }
    }

    // Makes this node the owner of runs, under a new epoch in their parts too (LE-3).
    private List<Claim> own(Connection c, String which, Object... values) throws SQLException {
        List<Object> all = new ArrayList<>(List.of(node.name()));
        all.addAll(List.of(values));
        List<Long> ids = Sql.ids(c, OWN + which + " returning r.id", all.toArray());
        if (ids.isEmpty()) {
            return List.of();
        }
        Sql.update(
                c,
                "update run_part p set epoch = r.epoch from run r where r.id = p.run_id and p.run_id ="
                        + " any (?)",
                ids);
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
            Sql.update(
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
            if (Sql.update(c, sql, all) == 0) {
                throw new RunLost(run.run());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the run cannot be updated", e);
        }
    }
}

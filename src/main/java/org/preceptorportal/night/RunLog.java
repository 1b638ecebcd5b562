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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;

/**
 * The rows of {@code run}: who asked, who owns, how it ended. Written by the night itself only.
 * Leases are measured by the database's clock, for the nodes' clocks may differ (NI-2).
 */
@ApplicationScoped
public class RunLog {
    private static final String LEASE = "clock_timestamp() + interval '60 seconds'";
    private static final String ACTIVE = "status in ('STARTING', 'STARTED', 'STOPPING')";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Node node;
    @Inject AuditTrail audit;

    /** A run that this node has just come to own, and the execution it goes on from, if any. */
    record Claim(NightRun run, Long executionId) {}

    /**
     * Writes a new run, owned by this node.
     *
     * @return empty when a unique index says that this run exists or another one is active (NI-1)
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<NightRun> request(
            Caller caller, String season, LocalDate night, RunTrigger trigger, Instant at) {
        String sql =
                "insert into run (id, tenant_id, season, night, trigger, requested_by, status, owner,"
                        + " lease_until, epoch, requested_at) values (nextval('portal_id'), ?, ?, ?, ?, ?,"
                        + " 'STARTING', ?, "
                        + LEASE
                        + ", 1, ?) on conflict do nothing returning id";
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement(sql)) {
            insert.setLong(1, caller.tenantId());
            insert.setString(2, season);
            insert.setObject(3, night);
            insert.setString(4, trigger.name());
            insert.setString(5, caller.name());
            insert.setString(6, node.name());
            insert.setObject(7, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            try (ResultSet row = insert.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                long id = row.getLong(1);
                listSteps(c, id);
                audit.record(
                        caller,
                        "night.started",
                        "run",
                        id,
                        trigger == RunTrigger.SCHEDULED ? "by schedule" : "by request");
                return Optional.of(new NightRun(id, caller.tenantId(), season, night, at, 1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the run cannot be written", e);
        }
    }

    private static void listSteps(Connection c, long run) throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "insert into run_step (run_id, step, position) values (?, ?, ?)")) {
            int position = 0;
            for (String step : NightSteps.NAMES) {
                insert.setLong(1, run);
                insert.setString(2, step);
                insert.setInt(3, ++position);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The institution's active run. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public OptionalLong active(long tenantId) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select id from run where tenant_id = ? and " + ACTIVE)) {
            select.setLong(1, tenantId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the runs cannot be read", e);
        }
    }

    /** True when this business date already has its scheduled run. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean scheduled(long tenantId, LocalDate night) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select 1 from run where tenant_id = ? and night = ? and trigger = 'SCHEDULED'")) {
            select.setLong(1, tenantId);
            select.setObject(2, night);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the runs cannot be read", e);
        }
    }

    /** Empties the ledger of a run that starts anew, so that nothing is counted twice. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void forgetLedger(long run) {
        try (Connection c = database.getConnection();
                PreparedStatement steps =
                        c.prepareStatement(
                                "update run_step set expected = 0, read = 0, made = 0, unchanged = 0,"
                                        + " skipped = 0, started_at = null, ended_at = null where run_id = ?");
                PreparedStatement skips =
                        c.prepareStatement("delete from run_skip where run_id = ?")) {
            steps.setLong(1, run);
            steps.executeUpdate();
            skips.setLong(1, run);
            skips.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the run's ledger cannot be emptied", e);
        }
    }

    /** The job has begun; from here on a restart knows which execution to go on from. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void started(NightRun run, long executionId) {
        String sql =
                "update run set status = 'STARTED', execution_id = ?, ended_at = null, failure = null,"
                        + " started_at = coalesce(started_at, clock_timestamp()), lease_until = "
                        + LEASE
                        + " where id = ? and epoch = ?";
        change(run.run(), sql, executionId, run.run(), run.epoch());
    }

    /** The job is over, one way or the other. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void ended(NightRun run, String status) {
        String sql =
                "update run set status = ?, ended_at = clock_timestamp(), lease_until = null"
                        + " where id = ? and epoch = ?";
        change(run.run(), sql, status, run.run(), run.epoch());
    }

    /** Notes what kind of error ended a step (NI-6). */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void failed(NightRun run, String failure) {
        change(
                run.run(),
                "update run set failure = ? where id = ? and epoch = ?",
                failure,
                run.run(),
                run.epoch());
    }

    /**
     * Prolongs the lease and proves that the run is still this node's. In a step's writer it does
     * so within the chunk's transaction.
     *
     * @throws RunLost when another node has taken the run over
     */
    @Transactional(Transactional.TxType.REQUIRED)
    public void prolong(long run, long epoch) {
        change(
                run,
                "update run set lease_until = " + LEASE + " where id = ? and epoch = ?",
                run,
                epoch);
    }

    /**
     * Takes over every run whose lease has lapsed. At start-up also what this node had to leave
     * behind: its own active runs, and the newest run of an institution that stopped or failed
     * within the last day.
     *
     * @param held runs that this JVM works on: they are not for taking
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Claim> takeOver(boolean atStartUp, Collection<Long> held) {
        String lapsed = ACTIVE + " and lease_until < clock_timestamp()";
        String left =
                "owner = ? and ("
                        + ACTIVE
                        + " or status in ('STOPPED', 'FAILED') and requested_at > clock_timestamp() - interval"
                        + " '1 day' and not exists (select 1 from run newer where newer.tenant_id ="
                        + " run.tenant_id and newer.id > run.id))";
        String sql =
                "update run set owner = ?, epoch = epoch + 1, status = 'STARTING', lease_until = "
                        + LEASE
                        + " where id in (select id from run where "
                        + (atStartUp ? "(" + lapsed + " or " + left + ")" : lapsed)
                        + " and id <> all (?) for update skip locked)"
                        + " returning id, tenant_id, season, night, requested_at, epoch, execution_id";
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement(sql)) {
            int i = 1;
            update.setString(i++, node.name());
            if (atStartUp) {
                update.setString(i++, node.name());
            }
            update.setArray(i, c.createArrayOf("bigint", held.toArray()));
            List<Claim> claims = new ArrayList<>();
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    claims.add(
                            new Claim(
                                    new NightRun(
                                            row.getLong(1),
                                            row.getLong(2),
                                            row.getString(3),
                                            row.getObject(4, LocalDate.class),
                                            row.getObject(5, OffsetDateTime.class).toInstant(),
                                            row.getLong(6)),
                                    row.getObject(7, Long.class)));
                }
            }
            for (Claim claim : claims) {
                if (claim.executionId() != null) {
                    markOrphanFailed(c, claim.executionId());
                }
            }
            return claims;
        } catch (SQLException e) {
            throw new IllegalStateException("the runs cannot be taken over", e);
        }
    }

    // A killed JVM leaves its execution STARTED for ever; Jakarta Batch has no verb for that.
    private static void markOrphanFailed(Connection c, long executionId) throws SQLException {
        for (String table : List.of("jb_executioninstancedata", "jb_stepexecutioninstancedata")) {
            try (PreparedStatement update =
                    c.prepareStatement(
                            "update "
                                    + table
                                    + " set batchstatus = 'FAILED', exitstatus = 'FAILED', endtime ="
                                    + " localtimestamp where jobexecid = ? and batchstatus in ('STARTING',"
                                    + " 'STARTED', 'STOPPING')")) {
                update.setLong(1, executionId);
                update.executeUpdate();
            }
        }
    }

    private void change(long run, String sql, Object... values) {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            if (update.executeUpdate() == 0) {
                throw new RunLost(run);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the run cannot be updated", e);
        }
    }
}

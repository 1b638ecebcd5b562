package org.preceptorportal.duty;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.roster.RosterImported;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.database.Column;

/** Keeps duties in step with rotations (DU-1 to DU-3, DU-6); running it twice changes nothing. */
@ApplicationScoped
public class DutySync {
    /** Days before a rotation's end from which its final evaluation may be written (DU-2). */
    static final int OPEN_BEFORE_END = 7;

    /** One at a time an institution: two nodes would wait for each other's rows crosswise. */
    static final String LOCK = "select pg_advisory_xact_lock(hashtext('duties'), ?::int)";

    static final String STEP =
            """
            with season (first_day, last_day, due_days, mid_from, mid_due) as (
              select * from unnest(?::date[], ?::date[], ?::int[], ?::int[], ?::int[])),
            day (today) as (values (?::date)),
            timed as (
              select r.*, z.time_zone, n.* from rotation r join site z on z.id = r.site_id
              cross join lateral (
                select due_days, mid_from, mid_due from season
                order by (r.end_date between first_day and last_day) desc, first_day desc limit 1) n
              where r.tenant_id = ?),
            wanted as (
              select t.*, 'FINAL' as phase, t.end_date - 7 as opens_on, t.end_date + t.due_days as due_on from timed t
              union all
              select t.*, 'MID', m.middle, m.middle + t.mid_due from timed t
              cross join lateral (values (t.start_date + (t.end_date - t.start_date + 1) / 2)) m (middle)
              where t.end_date - t.start_date + 1 >= t.mid_from and t.end_date - 7 > (select today from day))
            insert into duty as d (id, tenant_id, rotation_id, learner_id, preceptor_id, roster_preceptor_id, site_id,
                phase, opens_on, ends_on, due_at)
              select nextval('portal_id'), tenant_id, id, learner_id, preceptor_id, preceptor_id, site_id,
                phase, opens_on, end_date, (due_on + time '17:00') at time zone time_zone
              from wanted w
              where not exists (select from duty e where e.rotation_id = w.id and e.phase = w.phase
                and (e.state not in ('OPEN', 'NOT_MINE')
                  or (e.learner_id, e.roster_preceptor_id, e.site_id, e.opens_on, e.ends_on, e.due_at)
                    is not distinct from (w.learner_id, w.preceptor_id, w.site_id, w.opens_on, w.end_date,
                      (w.due_on + time '17:00') at time zone w.time_zone)))
              order by id, phase
              on conflict (rotation_id, phase) do update set
                learner_id = excluded.learner_id, site_id = excluded.site_id, opens_on = excluded.opens_on,
                ends_on = excluded.ends_on, due_at = excluded.due_at,
                roster_preceptor_id = excluded.roster_preceptor_id,
                preceptor_id = case when d.roster_preceptor_id = excluded.roster_preceptor_id
                  then d.preceptor_id else excluded.roster_preceptor_id end,
                state = case when d.roster_preceptor_id = excluded.roster_preceptor_id then d.state else 'OPEN' end,
                closed_at = case when d.roster_preceptor_id = excluded.roster_preceptor_id then d.closed_at end,
                reason = case when d.roster_preceptor_id = excluded.roster_preceptor_id then d.reason end,
                version = d.version + 1
              where d.state in ('OPEN', 'NOT_MINE')""";

    static final String MISS =
            """
            update duty m set state = 'MISSED', closed_at = ?, snoozed_until = null, version = m.version + 1
            from duty f where f.rotation_id = m.rotation_id and f.phase = 'FINAL' and m.phase = 'MID'
              and m.tenant_id = ? and m.state = 'OPEN' and f.opens_on <= ?::date
            returning m.id, m.rotation_id, m.learner_id, m.preceptor_id""";

    static final String FOLD =
            """
            with gone as (delete from duty_tally where tenant_id = ? returning *)
            insert into duty_tally
              select tenant_id, scope, scope_id, phase, state, started, opens_on, due_at, turnaround, sum(n) from gone
              group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(n) <> 0""";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Seasons seasons;
    @Inject Clock clock;
    @Inject AuditTrail audit;
    @Inject jakarta.enterprise.event.Event<DutyClosed> closed;

    /**
     * All institutions. Not by JPA: an entity manager without a transaction, opened while the
     * portal starts, would stay with the ticks' threads for good, closed.
     */
    List<Long> institutions() {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("select id from tenant order by id");
                ResultSet row = select.executeQuery()) {
            List<Long> ids = new ArrayList<>();
            while (row.next()) {
                ids.add(row.getLong(1));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("the institutions cannot be read", e);
        }
    }

    /** A roster came in: its rotations' duties come with it, in its transaction. */
    void imported(@Observes RosterImported roster) {
        bring(roster.tenantId());
    }

    /** Brings an institution's duties into step, in one transaction. */
    @Transactional
    public void bring(long tenantId) {
        LocalDate today = LocalDate.now(clock);
        try (Connection c = database.getConnection()) {
            try (PreparedStatement lock = c.prepareStatement(LOCK)) {
                lock.setLong(1, tenantId);
                lock.execute();
            }
            try (PreparedStatement step = c.prepareStatement(STEP)) {
                fill(c, step, seasons.all(), today, tenantId);
                step.executeUpdate();
            }
            miss(c, tenantId, today);
            try (PreparedStatement fold = c.prepareStatement(FOLD)) {
                fold.setLong(1, tenantId);
                fold.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the duties cannot be brought into step", e);
        }
    }

    static void fill(
            Connection c, PreparedStatement step, List<Season> all, LocalDate today, long tenantId)
            throws SQLException {
        step.setArray(1, Column.of(c, "date", all, each -> Date.valueOf(each.firstDay())));
        step.setArray(2, Column.of(c, "date", all, each -> Date.valueOf(each.lastDay())));
        step.setArray(3, Column.of(c, "int4", all, Season::evaluationDueDays));
        step.setArray(4, Column.of(c, "int4", all, Season::midFromDays));
        step.setArray(5, Column.of(c, "int4", all, Season::midDueDays));
        step.setObject(6, today);
        step.setLong(7, tenantId);
    }

    private void miss(Connection c, long tenantId, LocalDate today) throws SQLException {
        try (PreparedStatement miss = c.prepareStatement(MISS)) {
            miss.setObject(1, clock.instant().atOffset(java.time.ZoneOffset.UTC));
            miss.setLong(2, tenantId);
            miss.setObject(3, today);
            try (ResultSet row = miss.executeQuery()) {
                while (row.next()) {
                    long duty = row.getLong(1);
                    audit.record(Caller.portal(tenantId), "duty.missed", "duty", duty, "");
                    closed.fire(
                            new DutyClosed(
                                    duty,
                                    tenantId,
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    Phase.MID,
                                    DutyState.MISSED));
                }
            }
        }
    }
}

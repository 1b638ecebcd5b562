package org.preceptorportal.demo;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.preceptorportal.feedback.Replying;
import org.preceptorportal.form.Domain;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Forms;
import org.preceptorportal.form.Item;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.roster.RotationType;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenant;

/**
 * What happened between the first day and the last: days on site, the talk in the middle, observed
 * encounters, and a learner's reply.
 *
 * <p>A season of it, thousands of rows, is written set by set: through the use cases it would take
 * longer than all the rest of the demo, and every mail and audit event would carry today's date.
 */
@ApplicationScoped
class DemoLearning {
    /** A number from 0 to 99 that a rotation's code and a word always give. */
    private static final String CHANCE = "((hashtext(r.code || '%s')::bigint & 2147483647) %% 100)";

    private static final String DRAFTS =
            """
            insert into evaluation (id, tenant_id, rotation_id, learner_id, preceptor_id, phase, form,
                form_version, status, started_at, saved_at, seconds, version)
              select nextval('portal_id'), r.tenant_id, r.id, r.learner_id, r.preceptor_id, ?, ?, ?, 'DRAFT',
                t.at, t.at, 40, 1""";

    private static final String MIDS =
            DRAFTS
                    + """

                      from rotation r join site z on z.id = r.site_id join preceptor p on p.id = r.preceptor_id
                      cross join lateral (values (r.start_date + (r.end_date - r.start_date + 1) / 2 + 2)) m (day)
                      cross join lateral (values ((m.day + time '16:20') at time zone z.time_zone)) t (at)
                      where r.tenant_id = ? and r.end_date - r.start_date >= 20 and m.day < ?
                        and (r.end_date < ? or p.email <> ?)
                        and not exists (select from evaluation e where e.rotation_id = r.id and e.phase = 'MID')
                        and """
                    + CHANCE.formatted("mid")
                    + " < case when p.email = ? then 80 else 45 end returning id";

    private static final String ENCOUNTERS =
            DRAFTS
                    + """

                      from rotation r join site z on z.id = r.site_id join preceptor p on p.id = r.preceptor_id
                      cross join generate_series(1, 3) k
                      cross join lateral (values (r.start_date + k * (r.end_date - r.start_date) / 4)) m (day)
                      cross join lateral (values ((m.day + time '11:40') at time zone z.time_zone)) t (at)
                      where r.tenant_id = ? and r.type = any (?) and m.day < ?
                        and not exists (select from evaluation e where e.rotation_id = r.id and e.phase = 'ENCOUNTER')
                        and """
                    + CHANCE.formatted("seen")
                    + " + 20 * k < case when p.email = ? then 100 else 50 end returning id";

    private static final String RATINGS =
            """
            insert into evaluation_answer
              select e.id, i.code, case when i.counts and c.n % 9 = 0 then '0'
                  else (case when i.counts then ? + c.n % 3 else 1 + c.n % 5 end)::text end, 1, e.saved_at
              from evaluation e
              cross join unnest(?::text[], ?::boolean[]) i (code, counts)
              cross join lateral (values (hashtext(e.rotation_id || i.code || e.saved_at)::bigint & 2147483647)) c (n)
              where e.id = any (?)""";

    private static final String TEXTS =
            """
            insert into evaluation_answer
              select e.id, ?, (?::text[])[1 + (hashtext(e.rotation_id || ? || e.saved_at)::bigint & 2147483647) % ?], 1, e.saved_at
              from evaluation e where e.id = any (?)""";

    private static final String SUBMIT =
            "update evaluation set status = 'SUBMITTED', submitted_at = saved_at,"
                    + " straight_line = false, version = 2 where id = any (?)";

    private static final String DUTIES =
            """
            insert into duty (id, tenant_id, rotation_id, learner_id, preceptor_id, roster_preceptor_id, site_id, phase,
                opens_on, ends_on, due_at, state, evaluation_id, started_at, closed_at)
              select nextval('portal_id'), e.tenant_id, r.id, r.learner_id, r.preceptor_id, r.preceptor_id, r.site_id, 'MID',
                m.day, r.end_date, (m.day + 5 + time '17:00') at time zone z.time_zone, 'SUBMITTED', e.id, e.started_at,
                e.submitted_at
              from evaluation e join rotation r on r.id = e.rotation_id join site z on z.id = r.site_id
              cross join lateral (values (r.start_date + (r.end_date - r.start_date + 1) / 2)) m (day)
              where e.id = any (?)
              on conflict (rotation_id, phase) do update set state = 'SUBMITTED', evaluation_id = excluded.evaluation_id,
                started_at = excluded.started_at, closed_at = excluded.closed_at, version = duty.version + 1""";

    private static final String LOGS =
            """
            insert into attendance_log (id, tenant_id, rotation_id, changed_at, version)
              select nextval('portal_id'), r.tenant_id, r.id, least(r.end_date, ?)::timestamptz, 1
              from rotation r where r.tenant_id = ? and r.start_date < ?
                and not exists (select from attendance_log l where l.rotation_id = r.id)
              returning id""";

    /** Monday to Friday, but for a day now and then; the newest day is still to be logged. */
    private static final String DAYS =
            """
            insert into attendance_day
              select l.id, d.day::date, greatest(30, round(r.hours_per_week * 2 / 5.0) * 30)
              from attendance_log l join rotation r on r.id = l.rotation_id
              cross join generate_series(r.start_date, least(r.end_date, ?::date - 2), interval '1 day') d (day)
              where l.id = any (?) and extract(isodow from d.day) < 6
                and (hashtext(r.code || d.day::date)::bigint & 2147483647) % 100 < 93""";

    /** All that ended some time ago, but for the last of the demo's preceptor: that one waits. */
    private static final String ATTEST =
            """
            update attendance_log l set version = 2,
                attested_at = (r.end_date + 2 + time '17:30') at time zone z.time_zone,
                attested_by = p.full_name || coalesce(', ' || nullif(p.credentials, ''), '')
              from rotation r join site z on z.id = r.site_id join preceptor p on p.id = r.preceptor_id
              where r.id = l.rotation_id and l.id = any (?) and r.end_date < ?::date - 5
                and (p.email <> ? or r.end_date < ?::date - 30)
                and exists (select from attendance_day d where d.log_id = l.id)""";

    private static final String LAST_FINAL =
            """
            select e.id, l.id, l.full_name from evaluation e join learner l on l.id = e.learner_id
              join preceptor p on p.id = e.preceptor_id join rotation r on r.id = e.rotation_id
              where e.tenant_id = ? and e.phase = 'FINAL' and e.status = 'SUBMITTED' and e.superseded_by is null
                and ? in (l.email, p.email)
                and not exists (select from evaluation_reply y where y.evaluation_id = e.id)
              order by r.end_date desc, e.id limit 1""";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject DemoLearning self;
    @Inject Forms forms;
    @Inject Replying replying;
    @Inject Clock clock;

    /** Before the finals: they say how far the goal of the middle was reached. */
    void beforeTheEnd(Tenant tenant) {
        self.middles(tenant.id(), today(tenant), DemoFiles.words());
    }

    /** After the finals: what refers to them, and what they do not wait for. */
    void besideIt(Tenant tenant) {
        LocalDate today = today(tenant);
        self.encounters(tenant.id(), today, DemoFiles.words());
        self.days(tenant.id(), today);
        reply(tenant, DemoAccounts.PRECEPTOR, 0);
        reply(tenant, DemoAccounts.LEARNER, 1);
    }

    /** Rotations with an evaluation of their middle. */
    @Transactional
    public Set<Long> withMiddle(long tenantId) {
        Set<Long> rotations = new HashSet<>();
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select rotation_id from evaluation"
                                        + " where tenant_id = ? and phase = 'MID'")) {
            select.setLong(1, tenantId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rotations.add(row.getLong(1));
                }
            }
            return rotations;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** All or nothing, and nothing twice: public because CDI intercepts no other method. */
    @Transactional
    public void middles(long tenantId, LocalDate today, JsonObject words) {
        EvaluationForm form = forms.current(tenantId, Purpose.MID, RotationType.ELECTIVE);
        try (Connection c = database.getConnection()) {
            List<Long> ids;
            try (PreparedStatement insert = c.prepareStatement(MIDS)) {
                int i = drafts(insert, form);
                insert.setLong(i++, tenantId);
                insert.setObject(i++, today);
                insert.setObject(i++, today);
                insert.setString(i++, DemoAccounts.PRECEPTOR);
                insert.setString(i, DemoAccounts.PRECEPTOR);
                ids = ids(insert);
            }
            Array all = c.createArrayOf("bigint", ids.toArray());
            ratings(c, form, 2, all);
            text(c, "goal", DemoFiles.words(words, "goals"), all);
            text(c, "going-well", DemoFiles.words(words, "goingWell"), all);
            run(c, SUBMIT, all);
            run(c, DUTIES, all);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** All or nothing, and nothing twice. */
    @Transactional
    public void encounters(long tenantId, LocalDate today, JsonObject words) {
        try (Connection c = database.getConnection()) {
            for (RotationType[] types :
                    new RotationType[][] {
                        {RotationType.OBSERVERSHIP},
                        {
                            RotationType.EXTERNSHIP,
                            RotationType.ELECTIVE,
                            RotationType.CLERKSHIP,
                            RotationType.SUB_INTERNSHIP
                        }
                    }) {
                EvaluationForm form = forms.current(tenantId, Purpose.ENCOUNTER, types[0]);
                List<Long> ids;
                try (PreparedStatement insert = c.prepareStatement(ENCOUNTERS)) {
                    int i = drafts(insert, form);
                    insert.setLong(i++, tenantId);
                    insert.setArray(i++, c.createArrayOf("text", types));
                    insert.setObject(i++, today);
                    insert.setString(i, DemoAccounts.PRECEPTOR);
                    ids = ids(insert);
                }
                Array all = c.createArrayOf("bigint", ids.toArray());
                ratings(c, form, 3, all);
                text(c, "note", DemoFiles.words(words, "notes"), all);
                run(c, SUBMIT, all);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** All or nothing, and nothing twice. */
    @Transactional
    public void days(long tenantId, LocalDate today) {
        try (Connection c = database.getConnection()) {
            List<Long> ids;
            try (PreparedStatement insert = c.prepareStatement(LOGS)) {
                insert.setObject(1, today);
                insert.setLong(2, tenantId);
                insert.setObject(3, today);
                ids = ids(insert);
            }
            Array all = c.createArrayOf("bigint", ids.toArray());
            try (PreparedStatement insert = c.prepareStatement(DAYS)) {
                insert.setObject(1, today);
                insert.setArray(2, all);
                insert.executeUpdate();
            }
            try (PreparedStatement attest = c.prepareStatement(ATTEST)) {
                attest.setArray(1, all);
                attest.setObject(2, today);
                attest.setString(3, DemoAccounts.PRECEPTOR);
                attest.setObject(4, today);
                attest.executeUpdate();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The learner of somebody's last final answers it, through the use case. */
    private void reply(Tenant tenant, String email, int variant) {
        long evaluation;
        Caller learner;
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(LAST_FINAL)) {
            select.setLong(1, tenant.id());
            select.setString(2, email);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return;
                }
                evaluation = row.getLong(1);
                learner =
                        new Caller(
                                null,
                                tenant.id(),
                                Role.LEARNER,
                                row.getLong(2),
                                null,
                                row.getString(3),
                                null);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        String text = DemoFiles.words(DemoFiles.words(), "replies").get(variant);
        replying.write(learner, evaluation, text, null);
    }

    private LocalDate today(Tenant tenant) {
        return LocalDate.now(clock.withZone(tenant.zone()));
    }

    private static int drafts(PreparedStatement insert, EvaluationForm form) throws SQLException {
        insert.setString(1, form.purpose().name());
        insert.setString(2, form.code());
        insert.setInt(3, form.version());
        return 4;
    }

    private static void ratings(Connection c, EvaluationForm form, int lowest, Array ids)
            throws SQLException {
        List<String> codes = new ArrayList<>();
        List<Boolean> counts = new ArrayList<>();
        for (Domain domain : form.domains()) {
            for (Item item : domain.items()) {
                codes.add(item.code());
                counts.add(domain.counts());
            }
        }
        try (PreparedStatement insert = c.prepareStatement(RATINGS)) {
            insert.setInt(1, lowest);
            insert.setArray(2, c.createArrayOf("text", codes.toArray()));
            insert.setArray(3, c.createArrayOf("boolean", counts.toArray()));
            insert.setArray(4, ids);
            insert.executeUpdate();
        }
    }

    private static void text(Connection c, String code, List<String> variants, Array ids)
            throws SQLException {
        try (PreparedStatement insert = c.prepareStatement(TEXTS)) {
            insert.setString(1, code);
            insert.setArray(2, c.createArrayOf("text", variants.toArray()));
            insert.setString(3, code);
            insert.setInt(4, variants.size());
            insert.setArray(5, ids);
            insert.executeUpdate();
        }
    }

    private static void run(Connection c, String sql, Array ids) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setArray(1, ids);
            statement.executeUpdate();
        }
    }

    private static List<Long> ids(PreparedStatement insert) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet row = insert.executeQuery()) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        }
        return ids;
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("the demo's learning cannot be written", e);
    }
}

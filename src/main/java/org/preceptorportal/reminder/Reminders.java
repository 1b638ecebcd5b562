package org.preceptorportal.reminder;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** Every reminder that went, a row a duty and step. */
@ApplicationScoped
public class Reminders {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Clock clock;
    @Inject AuditTrail audit;

    /** A duty and the preceptor it was with. */
    record Rung(long dutyId, long preceptorId) {}

    /**
     * One line of the log.
     *
     * @param step of the ladder, {@code asked:<day>}, {@code desk:<day>} or {@code escalation}
     * @param carried when the mail server took it; null while it waits, or when no longer known
     */
    public record Line(
            Instant at,
            String preceptor,
            String learner,
            Phase phase,
            String step,
            Instant carried) {
        /** The key of its words. */
        public String kind() {
            return step.split("[:+-]", 2)[0];
        }

        /** The days of a step like {@code due+7}; 0 for none. */
        public int days() {
            String digits = step.contains(":") ? "" : step.replaceAll("\\D", "");
            return digits.isEmpty() ? 0 : Integer.parseInt(digits);
        }

        /** True for a step ahead of its day, like {@code due-3}. */
        public boolean ahead() {
            return step.startsWith("due-");
        }
    }

    /** One at a time for a preceptor, until the transaction's end (RE-2). */
    void lock(long preceptorId) {
        run(
                "select pg_advisory_xact_lock(hashtext('reminders'), (? % 2147483647)::int)",
                statement -> {
                    statement.setLong(1, preceptorId);
                    statement.execute();
                    return null;
                });
    }

    /** The steps taken in an institution for duties that are still open. */
    Map<Rung, Set<String>> stepsIn(long tenantId) {
        return steps(
                "select r.duty_id, r.preceptor_id, r.step from reminder r join duty d on d.id = r.duty_id"
                        + " where r.tenant_id = ? and d.state = 'OPEN'",
                tenantId);
    }

    /** The steps by which one preceptor was reminded. */
    Map<Rung, Set<String>> stepsOf(long preceptorId) {
        return steps(
                "select duty_id, preceptor_id, step from reminder where preceptor_id = ?",
                preceptorId);
    }

    private Map<Rung, Set<String>> steps(String query, long id) {
        return run(
                query,
                statement -> {
                    statement.setLong(1, id);
                    Map<Rung, Set<String>> steps = new HashMap<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            steps.computeIfAbsent(
                                            new Rung(row.getLong(1), row.getLong(2)),
                                            rung -> new HashSet<>())
                                    .add(row.getString(3));
                        }
                    }
                    return steps;
                });
    }

    /** How many mails of the ladder a preceptor got since then. */
    int mailsSince(long preceptorId, Instant since) {
        return run(
                "select count(distinct mail_key) from reminder where preceptor_id = ? and sent_at > ?"
                        + " and step <> 'escalation'",
                statement -> {
                    statement.setLong(1, preceptorId);
                    statement.setObject(2, utc(since));
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getInt(1);
                    }
                });
    }

    /**
     * Notes a step, in the running transaction.
     *
     * @return false when it was taken already
     */
    boolean add(long tenantId, Rung rung, String step, String mailKey) {
        return run(
                "insert into reminder (duty_id, preceptor_id, step, tenant_id, mail_key, sent_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                statement -> {
                    statement.setLong(1, rung.dutyId());
                    statement.setLong(2, rung.preceptorId());
                    statement.setString(3, step);
                    statement.setLong(4, tenantId);
                    statement.setString(5, mailKey);
                    statement.setObject(6, utc(clock.instant()));
                    return statement.executeUpdate() == 1;
                });
    }

    /**
     * The newest reminders of the caller's institution.
     *
     * @throws org.preceptorportal.shell.NotForCaller when the caller is no coordinator
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Line> log(Caller caller, int first, int size) {
        coordinatorOnly(caller);
        return run(
                "select r.sent_at, p.full_name, l.full_name, d.phase, r.step, m.sent_at from reminder r"
                        + " join duty d on d.id = r.duty_id join preceptor p on p.id = r.preceptor_id"
                        + " join learner l on l.id = d.learner_id"
                        + " left join lateral (select max(sent_at) as sent_at from mail where event_key = r.mail_key) m on true"
                        + " where r.tenant_id = ? order by r.sent_at desc, r.duty_id, r.step offset ? limit ?",
                statement -> {
                    statement.setLong(1, caller.tenantId());
                    statement.setInt(2, first);
                    statement.setInt(3, size);
                    List<Line> lines = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            lines.add(
                                    new Line(
                                            instant(row, 1),
                                            row.getString(2),
                                            row.getString(3),
                                            Phase.valueOf(row.getString(4)),
                                            row.getString(5),
                                            instant(row, 6)));
                        }
                    }
                    return lines;
                });
    }

    /** How many {@link #log} has in all. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public int count(Caller caller) {
        coordinatorOnly(caller);
        return run(
                "select count(*) from reminder where tenant_id = ?",
                statement -> {
                    statement.setLong(1, caller.tenantId());
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getInt(1);
                    }
                });
    }

    private void coordinatorOnly(Caller caller) {
        if (!caller.is(Role.COORDINATOR)) {
            throw audit.refuse(caller, "reminders", "of an institution");
        }
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection c = database.getConnection();
                PreparedStatement statement = c.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the reminders cannot be read or kept", e);
        }
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

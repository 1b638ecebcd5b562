package org.preceptorportal.watch;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** An institution's nights in figures, for a monitor (Prometheus). Labels name jobs and steps. */
@ApplicationScoped
public class NightFigures {
    /** What {@link #text} is. */
    public static final String TYPE = Exposition.TYPE;

    /** A night of everything: what one asks whether it is well. */
    private static final String WHOLE =
            " n.tenant_id = ? and not n.dry_run and n.program_id is null ";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject AuditTrail audit;
    @Inject MissedNights missed;

    /**
     * @throws org.preceptorportal.shell.NotForCaller unless coordinator, administrator or auditor
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public String text(Caller caller) {
        if (!caller.is(Role.COORDINATOR, Role.ADMINISTRATOR, Role.AUDITOR)) {
            throw audit.refuse(caller, "metrics", "of nights");
        }
        Exposition figures = new Exposition();
        try (Connection c = database.getConnection()) {
            lastSuccess(c, caller, figures);
            lastRuns(c, caller, figures);
            items(c, caller, figures);
            now(c, caller, figures);
        } catch (SQLException e) {
            throw new IllegalStateException("the nights cannot be read", e);
        }
        figures.gauge(
                "night_missed",
                "1 when the newest night that is due never began.",
                Map.of(),
                missed.of(caller.tenantId()).isPresent() ? 1 : 0);
        return figures.text();
    }

    private static void lastSuccess(Connection c, Caller caller, Exposition figures)
            throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "select r.job, extract(epoch from max(r.ended_at)) from run r join night n on"
                                + " n.id = r.night_id where"
                                + WHOLE
                                + "and r.status = 'COMPLETED' group by r.job order by r.job")) {
            select.setLong(1, caller.tenantId());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    figures.gauge(
                            "night_last_success_timestamp_seconds",
                            "When a job was last completed.",
                            Map.of("job", row.getString(1)),
                            row.getDouble(2));
                }
            }
        }
    }

    private static void lastRuns(Connection c, Caller caller, Exposition figures)
            throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "select distinct on (r.job) r.job, r.status <> 'COMPLETED',"
                                + " extract(epoch from r.ended_at - r.started_at) from run r join night n"
                                + " on n.id = r.night_id where"
                                + WHOLE
                                + "and r.ended_at is not null and r.started_at is not null"
                                + " order by r.job, r.ended_at desc")) {
            select.setLong(1, caller.tenantId());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Map<String, String> job = Map.of("job", row.getString(1));
                    figures.gauge(
                            "night_last_run_failed",
                            "1 when a job's newest run did not end well.",
                            job,
                            row.getBoolean(2) ? 1 : 0);
                    figures.gauge(
                            "night_last_run_duration_seconds",
                            "How long a job's newest run took.",
                            job,
                            row.getDouble(3));
                }
            }
        }
    }

    private static void items(Connection c, Caller caller, Exposition figures) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "select l.job, s.step, s.made, s.unchanged, s.skipped,"
                                + " extract(epoch from s.ended_at - s.started_at) from (select distinct"
                                + " on (r.job) r.id, r.job from run r join night n on n.id = r.night_id"
                                + " where"
                                + WHOLE
                                + "and r.started_at is not null order by r.job, r.started_at desc) l"
                                + " join run_ledger s on s.run_id = l.id order by l.job, s.position")) {
            select.setLong(1, caller.tenantId());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String job = row.getString(1);
                    String step = row.getString(2);
                    String[] results = {"made", "unchanged", "skipped"};
                    for (int i = 0; i < results.length; i++) {
                        figures.gauge(
                                "night_items",
                                "Items of each step of a job's newest run, by result.",
                                Map.of("job", job, "step", step, "result", results[i]),
                                row.getDouble(3 + i));
                    }
                    double seconds = row.getDouble(6);
                    if (!row.wasNull()) {
                        figures.gauge(
                                "night_step_duration_seconds",
                                "How long a step of a job's newest run took.",
                                Map.of("job", job, "step", step),
                                seconds);
                    }
                }
            }
        }
    }

    private static void now(Connection c, Caller caller, Exposition figures) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "select (select count(*) from night where tenant_id = ? and status ="
                                + " 'RUNNING'), (select count(*) from run r join night n on n.id ="
                                + " r.night_id where n.tenant_id = ? and n.status = 'RUNNING' and"
                                + " r.status = 'WAITING'), (select count(*) from night_pause where"
                                + " tenant_id = ?), (select count(*) from mail where tenant_id = ? and"
                                + " sent_at is null and next_attempt_at is not null), (select count(*)"
                                + " from mail where tenant_id = ? and sent_at is null and"
                                + " next_attempt_at is null)")) {
            for (int i = 1; i <= 5; i++) {
                select.setLong(i, caller.tenantId());
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Map<String, String> none = Map.of();
                figures.gauge("night_running", "Nights under way.", none, row.getInt(1));
                figures.gauge(
                        "night_jobs_waiting",
                        "Jobs of a running night that wait for their turn.",
                        none,
                        row.getInt(2));
                figures.gauge(
                        "night_paused", "1 while no night starts by itself.", none, row.getInt(3));
                figures.gauge("mails_waiting", "Mails on their way.", none, row.getInt(4));
                figures.gauge(
                        "mails_given_up",
                        "Mails that nobody tries to send any more.",
                        none,
                        row.getInt(5));
            }
        }
    }
}

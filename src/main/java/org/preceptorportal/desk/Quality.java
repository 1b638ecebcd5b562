package org.preceptorportal.desk;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;

/**
 * Submitted evaluations that look careless (DE-7). Which ones is decided when they are submitted,
 * by the database ({@code quality_flag}).
 */
@ApplicationScoped
public class Quality {
    private static final int LONGEST_NOTE = 1000;

    /**
     * One such evaluation.
     *
     * @param seconds time spent on it; null when not measured
     * @param note why it was dismissed; null while it was not
     */
    public record Flag(
            long evaluationId,
            String learner,
            String preceptor,
            long preceptorId,
            String specialty,
            Instant submittedAt,
            boolean straightLine,
            Integer seconds,
            String note,
            String dismissedBy)
            implements Serializable {
        /** True when it was unusually fast. */
        public boolean fast() {
            return seconds != null && seconds > 0 && seconds < FAST;
        }
    }

    /** A preceptor with how many of theirs are open on the list, and how many they submitted. */
    public record ByPreceptor(long preceptorId, String preceptor, long flagged, long submitted)
            implements Serializable {}

    /** Seconds under which nobody reads a form, as in the trigger that flags. */
    static final int FAST = 45;

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject DeskLists lists;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /**
     * The newest first.
     *
     * @param dismissed what was dismissed instead of what is still to be looked at
     * @param preceptor only theirs; null for all
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Flag> flags(Caller caller, boolean dismissed, Long preceptor, int first, int size) {
        lists.check(caller);
        String sql =
                "select f.evaluation_id, l.full_name, p.full_name, p.id, r.specialty, f.submitted_at,"
                        + " f.straight_line, f.seconds, f.note, f.dismissed_by from quality_flag f"
                        + " join learner l on l.id = f.learner_id join preceptor p on p.id = f.preceptor_id"
                        + " join rotation r on r.id = f.rotation_id where f.tenant_id = ?"
                        + " and f.dismissed_at is "
                        + (dismissed ? "not null" : "null")
                        + (preceptor == null ? "" : " and f.preceptor_id = ?")
                        + " order by f.submitted_at desc, f.evaluation_id desc offset "
                        + first
                        + " limit "
                        + size;
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            int i = 1;
            select.setLong(i++, caller.tenantId());
            if (preceptor != null) {
                select.setLong(i, preceptor);
            }
            List<Flag> flags = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    flags.add(
                            new Flag(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getLong(4),
                                    row.getString(5),
                                    row.getObject(6, OffsetDateTime.class).toInstant(),
                                    row.getBoolean(7),
                                    row.getObject(8, Integer.class),
                                    row.getString(9),
                                    row.getString(10)));
                }
            }
            return flags;
        } catch (SQLException e) {
            throw new IllegalStateException("the quality list cannot be read", e);
        }
    }

    /** Who has most on the list, with how many they submitted in all; at most so many. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<ByPreceptor> byPreceptor(Caller caller, int most) {
        lists.check(caller);
        String sql =
                "select f.preceptor_id, p.full_name, f.n, coalesce((select sum(t.n) from duty_tally t"
                        + " where t.tenant_id = ? and t.scope = 'P' and t.scope_id = f.preceptor_id"
                        + " and t.state = 'SUBMITTED'), 0)"
                        + " from (select preceptor_id, count(*) n from quality_flag where tenant_id = ?"
                        + " and dismissed_at is null group by 1 order by 2 desc, 1 limit ?) f"
                        + " join preceptor p on p.id = f.preceptor_id order by f.n desc, p.full_name";
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            select.setLong(1, caller.tenantId());
            select.setLong(2, caller.tenantId());
            select.setInt(3, most);
            List<ByPreceptor> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(
                            new ByPreceptor(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getLong(3),
                                    row.getLong(4)));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("the quality list cannot be read", e);
        }
    }

    /**
     * Takes one off the list.
     *
     * @throws BulkNotPossible without a note
     * @throws NotForCaller when it is not on the institution's list
     */
    @Transactional
    public void dismiss(Caller caller, long evaluationId, String note) {
        lists.check(caller);
        if (note == null || note.isBlank()) {
            throw new BulkNotPossible("note");
        }
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("a note is too long");
        }
        try (Connection c = database.getConnection();
                PreparedStatement update =
                        c.prepareStatement(
                                "update quality_flag set dismissed_at = ?, dismissed_by = ?, note = ?"
                                        + " where evaluation_id = ? and tenant_id = ? and dismissed_at is null")) {
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            update.setString(2, caller.name());
            update.setString(3, note.strip());
            update.setLong(4, evaluationId);
            update.setLong(5, caller.tenantId());
            if (update.executeUpdate() == 0) {
                throw new NotForCaller("flag");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the quality list cannot be written", e);
        }
        audit.record(caller, "quality.dismissed", "evaluation", evaluationId, note.strip());
    }
}

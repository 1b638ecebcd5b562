package org.preceptorportal.retention;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** Holds of an institution: while one is on, the nights throw away nothing that it is about. */
@ApplicationScoped
public class LegalHolds {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject AuditTrail audit;
    @Inject Clock clock;

    /**
     * A hold that is on.
     *
     * @param learnerId null: on everything of the institution
     * @param learner the name, or null likewise
     */
    public record Hold(
            long id,
            Long learnerId,
            String learner,
            String reason,
            String placedBy,
            Instant placedAt) {}

    /** The holds that are on, the newest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Hold> list(Caller caller) {
        if (!caller.is(Role.ADMINISTRATOR, Role.AUDITOR)) {
            throw audit.refuse(caller, "legal-hold", "list");
        }
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select h.id, h.learner_id, l.full_name, h.reason, h.placed_by,"
                                        + " h.placed_at from legal_hold h left join learner l on l.id ="
                                        + " h.learner_id where h.tenant_id = ? and h.lifted_at is null"
                                        + " order by h.id desc")) {
            select.setLong(1, caller.tenantId());
            List<Hold> holds = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    holds.add(
                            new Hold(
                                    row.getLong(1),
                                    row.getObject(2, Long.class),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getObject(6, OffsetDateTime.class).toInstant()));
                }
            }
            return holds;
        } catch (SQLException e) {
            throw new IllegalStateException("the legal holds cannot be read", e);
        }
    }

    /**
     * Places a hold; a second one on the same changes nothing.
     *
     * @param learnerId null: on everything of the institution
     * @param reason at most 500 characters
     * @throws org.preceptorportal.shell.NotForCaller unless administrator, or when the learner is
     *     another institution's
     */
    @Transactional
    public void place(Caller caller, Long learnerId, String reason) {
        check(caller, learnerId == null ? "all" : learnerId);
        try (Connection c = database.getConnection()) {
            if (learnerId != null && learner(c, caller, "id", learnerId) == null) {
                throw audit.refuse(caller, "learner", learnerId);
            }
            place(c, caller, learnerId, reason);
        } catch (SQLException e) {
            throw new IllegalStateException("the legal hold cannot be placed", e);
        }
    }

    /**
     * The same by the learner's number in the roster.
     *
     * @param code null or blank: on everything of the institution
     * @throws NoSuchLearner when the roster has none
     */
    @Transactional
    public void placeOn(Caller caller, String code, String reason) {
        check(caller, "code");
        try (Connection c = database.getConnection()) {
            Long learner = null;
            if (code != null && !code.isBlank()) {
                learner = learner(c, caller, "code", code.strip());
                if (learner == null) {
                    throw new NoSuchLearner(code.strip());
                }
            }
            place(c, caller, learner, reason);
        } catch (SQLException e) {
            throw new IllegalStateException("the legal hold cannot be placed", e);
        }
    }

    private void place(Connection c, Caller caller, Long learnerId, String reason)
            throws SQLException {
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            throw new IllegalArgumentException("a hold has a reason of at most 500 characters");
        }
        try (PreparedStatement insert =
                c.prepareStatement(
                        "insert into legal_hold (id, tenant_id, learner_id, reason, placed_by,"
                                + " placed_at) values (nextval('portal_id'), ?, ?, ?, ?, ?) on"
                                + " conflict do nothing")) {
            insert.setLong(1, caller.tenantId());
            insert.setObject(2, learnerId, Types.BIGINT);
            insert.setString(3, reason.strip());
            insert.setString(4, caller.name());
            insert.setObject(5, now());
            if (insert.executeUpdate() == 1) {
                note(caller, "hold.placed", learnerId);
            }
        }
    }

    /**
     * Lifts a hold.
     *
     * @throws org.preceptorportal.shell.NotForCaller unless administrator, or when there is none
     */
    @Transactional
    public void lift(Caller caller, long id) {
        check(caller, id);
        try (Connection c = database.getConnection();
                PreparedStatement update =
                        c.prepareStatement(
                                "update legal_hold set lifted_at = ?, lifted_by = ? where id = ? and"
                                        + " tenant_id = ? and lifted_at is null returning"
                                        + " learner_id")) {
            update.setObject(1, now());
            update.setString(2, caller.name());
            update.setLong(3, id);
            update.setLong(4, caller.tenantId());
            try (ResultSet row = update.executeQuery()) {
                if (!row.next()) {
                    throw audit.refuse(caller, "legal-hold", id);
                }
                note(caller, "hold.lifted", row.getObject(1, Long.class));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the legal hold cannot be lifted", e);
        }
    }

    private void note(Caller caller, String deed, Long learnerId) {
        if (learnerId == null) {
            audit.record(caller, deed, "institution", caller.tenantId(), "");
        } else {
            audit.record(caller, deed, "learner", learnerId, "");
        }
    }

    private void check(Caller caller, Object id) {
        if (!caller.is(Role.ADMINISTRATOR)) {
            throw audit.refuse(caller, "legal-hold", id);
        }
    }

    /** The id of the caller's learner of whom a column says this; null when there is none. */
    private static Long learner(Connection c, Caller caller, String column, Object value)
            throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "select id from learner where tenant_id = ? and " + column + " = ?")) {
            select.setLong(1, caller.tenantId());
            select.setObject(2, value);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

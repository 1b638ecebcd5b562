package org.preceptorportal.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;

/** Writes, reads and verifies the trail (rules AU-1 to AU-6). */
@ApplicationScoped
public class AuditTrail {
    private static final String COLUMNS = AuditChain.COLUMNS;

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Clock clock;
    @Inject AuditTrail self;
    @Inject Instance<Witness> witnesses;

    /**
     * Adds an event in the running transaction.
     *
     * @param detail short words without letter content, tokens or addresses (AU-5)
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(
            Caller caller, String action, String subjectType, Object subjectId, String detail) {
        append(caller, action, subjectType, subjectId, detail);
    }

    /** Adds an event when no transaction runs, for instance for a download. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void recordAlone(
            Caller caller, String action, String subjectType, Object subjectId, String detail) {
        append(caller, action, subjectType, subjectId, detail);
    }

    /**
     * Writes that the caller reached for a thing that is not theirs, in a transaction of its own.
     *
     * @return the refusal to throw: {@code throw audit.refuse(caller, "letter", id);}
     */
    public NotForCaller refuse(Caller caller, String subjectType, Object subjectId) {
        self.recordAlone(caller, "access.refused", subjectType, subjectId, "");
        return new NotForCaller(subjectType);
    }

    /** The newest events first, of one subject or of all when {@code subjectType} is null. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<AuditEvent> events(
            long tenantId, String subjectType, String subjectId, int first, int limit) {
        String where =
                subjectType == null
                        ? ""
                        : " and subject_type = ? and (? is null or subject_id = ?)";
        String sql =
                "select "
                        + COLUMNS
                        + " from audit_event where tenant_id = ?"
                        + where
                        + " order by number desc offset ? limit ?";
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            int i = 1;
            select.setLong(i++, tenantId);
            if (subjectType != null) {
                select.setString(i++, subjectType);
                select.setString(i++, subjectId);
                select.setString(i++, subjectId);
            }
            select.setInt(i++, first);
            select.setInt(i, limit);
            return read(select);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail cannot be read", e);
        }
    }

    /** When the institution's first deed was written down; empty before it. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Instant> beganAt(long tenantId) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select at from audit_event where tenant_id = ? and number = 1")) {
            select.setLong(1, tenantId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail cannot be read", e);
        }
    }

    /** How many events there are, of one subject or of all when {@code subjectType} is null. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public long count(long tenantId, String subjectType, String subjectId) {
        String where =
                subjectType == null
                        ? ""
                        : " and subject_type = ? and (? is null or subject_id = ?)";
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select count(*) from audit_event where tenant_id = ?" + where)) {
            select.setLong(1, tenantId);
            if (subjectType != null) {
                select.setString(2, subjectType);
                select.setString(3, subjectId);
                select.setString(4, subjectId);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail cannot be read", e);
        }
    }

    /** The types of things that events are about, in alphabetical order. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<String> subjectTypes(long tenantId) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select distinct subject_type from audit_event where tenant_id = ? order by 1")) {
            select.setLong(1, tenantId);
            List<String> types = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    types.add(row.getString(1));
                }
            }
            return types;
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail cannot be read", e);
        }
    }

    /**
     * Recomputes the whole chain of an institution, and compares it with what others saw of it.
     *
     * @return the number of the first event that is wrong; empty when the chain is whole
     */
    public OptionalLong verify(long tenantId) {
        return self.examine(tenantId).firstBroken();
    }

    /** The same with the number of events that were read. */
    @Transactional
    public Verdict examine(long tenantId) {
        return examine(
                tenantId,
                0,
                new ChainCheck(
                        witnesses.stream()
                                .flatMap(w -> w.heads(tenantId).stream())
                                .sorted(Comparator.comparingLong(Witness.Head::number))
                                .toList()));
    }

    /**
     * Examines the trail from an event on that was seen before; the whole of it when none was.
     *
     * @param seen null: none
     */
    @Transactional
    public Verdict examineAfter(long tenantId, Witness.Head seen) {
        return seen == null
                ? examine(tenantId, 0, new ChainCheck(List.of()))
                : examine(tenantId, seen.number(), ChainCheck.from(seen));
    }

    private Verdict examine(long tenantId, long first, ChainCheck check) {
        String sql =
                "select "
                        + COLUMNS
                        + " from audit_event where tenant_id = ? and number >= ? order by number";
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            // Within a transaction the driver fetches so many at a time: a trail may be long.
            select.setFetchSize(1000);
            select.setLong(1, tenantId);
            select.setLong(2, first);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    check.next(event(row));
                }
            }
            return check.verdict();
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail cannot be read", e);
        }
    }

    /** The trail's newest event; empty before the first one. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<AuditEvent> head(long tenantId) {
        return events(tenantId, null, null, 0, 1).stream().findFirst();
    }

    private void append(
            Caller caller, String action, String subjectType, Object subjectId, String detail) {
        try (Connection c = database.getConnection()) {
            AuditChain.append(c, clock.instant(), caller, action, subjectType, subjectId, detail);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit event cannot be written", e);
        }
    }

    private static List<AuditEvent> read(PreparedStatement select) throws SQLException {
        List<AuditEvent> events = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                events.add(event(row));
            }
        }
        return events;
    }

    private static AuditEvent event(ResultSet row) throws SQLException {
        return new AuditEvent(
                row.getLong(1),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getObject(5, Long.class),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13));
    }
}

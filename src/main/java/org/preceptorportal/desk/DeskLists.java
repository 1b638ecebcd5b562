package org.preceptorportal.desk;

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
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.duty.DutyState;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.roster.RotationType;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** The desk's reads: each is one query, however many duties there are (DE-2). */
@ApplicationScoped
public class DeskLists {
    private static final int FETCH = 500;

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject AuditTrail audit;
    @Inject Clock clock;

    /** A duty with what only a file tells. */
    public record Exported(DutyView duty, String learnerCode, String npi, Integer turnaround) {}

    /** What an action is about to be done with. */
    record Chosen(long dutyId, DutyState state, Long evaluationId) {}

    /** One page of a list. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<DutyView> page(Caller caller, DeskFilter filter, int first, int size) {
        check(caller);
        List<DutyView> rows = new ArrayList<>();
        Instant now = clock.instant();
        LocalDate today = today();
        read(
                DeskSql.page(caller.tenantId(), filter, today, now, first, size),
                row -> rows.add(view(row, today)));
        return rows;
    }

    /** How many each list has under this filter, whatever the filter itself shows. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<Show, Long> counts(Caller caller, DeskFilter filter) {
        check(caller);
        Map<Show, Long> counts = new EnumMap<>(Show.class);
        for (Show show : Show.values()) {
            counts.put(show, 0L);
        }
        read(
                DeskSql.counts(caller.tenantId(), filter, today(), clock.instant()),
                row -> {
                    DutyState state = DutyState.valueOf(row.getString(1));
                    for (Show show : Show.values()) {
                        if (show.holds(
                                state, row.getBoolean(2), row.getBoolean(3), row.getBoolean(4))) {
                            counts.merge(show, row.getLong(5), Long::sum);
                        }
                    }
                });
        return counts;
    }

    /** How long submitted evaluations took. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Turnaround turnaround(Caller caller, Phase phase, Long site, Long preceptor) {
        check(caller);
        TreeMap<Integer, Long> byDays = new TreeMap<>();
        read(
                DeskSql.turnaround(caller.tenantId(), phase, site, preceptor),
                row -> byDays.merge(row.getInt(1), row.getLong(2), Long::sum));
        byDays.values().removeIf(n -> n == 0);
        return new Turnaround(byDays);
    }

    /** Hands over every duty of a list, a few at a time. Within a transaction. */
    @Transactional
    public void each(Caller caller, DeskFilter filter, Consumer<Exported> taker) {
        check(caller);
        LocalDate today = today();
        read(
                DeskSql.all(caller.tenantId(), filter, today, clock.instant()),
                row ->
                        taker.accept(
                                new Exported(
                                        view(row, today),
                                        row.getString(24),
                                        row.getString(25),
                                        row.getObject(26, Integer.class))));
    }

    List<Chosen> chosen(Caller caller, Selection selection) {
        check(caller);
        List<Chosen> chosen = new ArrayList<>();
        read(
                DeskSql.chosen(caller.tenantId(), selection, today(), clock.instant()),
                row ->
                        chosen.add(
                                new Chosen(
                                        row.getLong(1),
                                        DutyState.valueOf(row.getString(2)),
                                        row.getObject(3, Long.class))));
        return chosen;
    }

    void check(Caller caller) {
        if (!caller.is(Role.COORDINATOR)) {
            throw audit.refuse(caller, "desk", caller.tenantId());
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    private void read(DeskSql query, RowTaker taker) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(query.text())) {
            // Within a transaction the driver then fetches so many at a time.
            select.setFetchSize(FETCH);
            query.fill(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    taker.take(row);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the desk cannot read the duties", e);
        }
    }

    private static DutyView view(ResultSet row, LocalDate today) throws SQLException {
        String credentials = row.getString(10);
        LocalDate opensOn = row.getObject(17, LocalDate.class);
        return new DutyView(
                row.getLong(1),
                Phase.valueOf(row.getString(2)),
                row.getLong(3),
                row.getObject(4, Long.class),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                credentials == null ? row.getString(9) : row.getString(9) + ", " + credentials,
                RotationType.valueOf(row.getString(11)),
                row.getString(12),
                row.getString(13),
                ZoneId.of(row.getString(14)),
                row.getObject(15, LocalDate.class),
                row.getObject(16, LocalDate.class),
                opensOn,
                instant(row, 18),
                instant(row, 19),
                row.getString(20),
                row.getObject(21, LocalDate.class),
                DutyView.State.of(
                        DutyState.valueOf(row.getString(22)),
                        !opensOn.isAfter(today),
                        row.getObject(23) != null));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}

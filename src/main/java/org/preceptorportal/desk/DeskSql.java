package org.preceptorportal.desk;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A query on duties with its values; made of fixed pieces, never of what somebody typed. */
final class DeskSql {
    private static final String COLUMNS =
            "select d.id, d.phase, r.id, d.evaluation_id, l.id, l.full_name, l.latin_name, p.id,"
                    + " p.full_name, p.credentials, r.type, r.specialty, s.name, s.time_zone,"
                    + " r.start_date, r.end_date, d.opens_on, d.due_at, d.closed_at, d.reason,"
                    + " d.snoozed_until, d.state, d.started_at, l.code, p.npi, d.turnaround from (";
    private static final String JOINS =
            ") d join rotation r on r.id = d.rotation_id join learner l on l.id = d.learner_id"
                    + " join preceptor p on p.id = d.preceptor_id join site s on s.id = d.site_id";

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private DeskSql() {}

    /** One page, in order; the joins see only its rows. */
    static DeskSql page(long tenant, DeskFilter f, LocalDate today, Instant now, int first, int n) {
        DeskSql q = new DeskSql();
        q.sql.append(COLUMNS).append("select d.* from duty d");
        q.where(tenant, f, today, now);
        q.sql.append(f.order().sql(f.reversed()));
        // Not as values: a plan that does not know how few rows it is for reads whole tables.
        q.sql.append(" offset ").append(first).append(" limit ").append(n);
        q.sql.append(JOINS).append(f.order().sql(f.reversed()));
        return q;
    }

    /** All of it, in order. */
    static DeskSql all(long tenant, DeskFilter f, LocalDate today, Instant now) {
        DeskSql q = new DeskSql();
        q.sql.append(COLUMNS).append("select d.* from duty d");
        q.where(tenant, f, today, now);
        q.sql.append(JOINS).append(f.order().sql(f.reversed()));
        return q;
    }

    /** The numbers of every list, but for what the filter shows: state, started, early, late, n. */
    static DeskSql counts(long tenant, DeskFilter f, LocalDate today, Instant now) {
        DeskSql q = new DeskSql();
        if (f.tallied()) {
            q.add(
                    "select state, started, coalesce(opens_on > ?, false), coalesce(due_at < ?, false),"
                            + " sum(n) from duty_tally where tenant_id = ? and scope = ? and scope_id = ?",
                    today,
                    now,
                    tenant,
                    scope(f.site(), f.preceptor()),
                    scopeId(f.site(), f.preceptor()));
            if (f.phase() != null) {
                q.add(" and phase = ?", f.phase().name());
            }
        } else {
            q.add(
                    "select d.state, d.started_at is not null, d.opens_on > ?, d.due_at < ?, count(*) from duty d",
                    today,
                    now);
            q.where(tenant, f.showing(Show.ALL), today, now);
        }
        q.sql.append(" group by 1, 2, 3, 4");
        return q;
    }

    /** Days until submission and how many: turnaround, n. */
    static DeskSql turnaround(
            long tenant, org.preceptorportal.duty.Phase phase, Long site, Long preceptor) {
        DeskSql q = new DeskSql();
        if (site != null && preceptor != null) {
            q.add(
                    "select turnaround, count(*) from duty where tenant_id = ? and preceptor_id = ? and site_id = ?"
                            + " and state = 'SUBMITTED' and phase = ? group by 1",
                    tenant,
                    preceptor,
                    site,
                    phase.name());
        } else {
            q.add(
                    "select turnaround, sum(n) from duty_tally where tenant_id = ? and scope = ? and scope_id = ?"
                            + " and state = 'SUBMITTED' and phase = ? group by 1",
                    tenant,
                    scope(site, preceptor),
                    scopeId(site, preceptor),
                    phase.name());
        }
        return q;
    }

    /** What an action is to be done with: id, state, evaluation, in order of the ids. */
    static DeskSql chosen(long tenant, Selection chosen, LocalDate today, Instant now) {
        DeskSql q = new DeskSql();
        q.sql.append("select d.id, d.state, d.evaluation_id from duty d");
        if (chosen.all()) {
            q.where(tenant, chosen.filter(), today, now);
            q.add(" and d.id <> all (?)", (Object) chosen.ids().toArray(Long[]::new));
        } else {
            q.add(
                    " where d.tenant_id = ? and d.id = any (?)",
                    tenant,
                    chosen.ids().toArray(Long[]::new));
        }
        q.sql.append(" order by d.id");
        return q;
    }

    private static String scope(Long site, Long preceptor) {
        return preceptor != null ? "P" : site != null ? "S" : "A";
    }

    private static long scopeId(Long site, Long preceptor) {
        return preceptor != null ? preceptor : site != null ? site : 0;
    }

    private void where(long tenant, DeskFilter f, LocalDate today, Instant now) {
        add(" where d.tenant_id = ?", tenant);
        switch (f.show()) {
            case ALL -> {}
            case OWED -> add(" and d.state = 'OPEN' and d.opens_on <= ?", today);
            case OVERDUE ->
                    add(" and d.state = 'OPEN' and d.opens_on <= ? and d.due_at < ?", today, now);
            case STARTED -> sql.append(" and d.state = 'OPEN' and d.started_at is not null");
            case UPCOMING -> add(" and d.state = 'OPEN' and d.opens_on > ?", today);
            default -> add(" and d.state = ?", f.show().name());
        }
        if (f.phase() != null) {
            add(" and d.phase = ?", f.phase().name());
        }
        if (f.site() != null) {
            add(" and d.site_id = ?", f.site());
        }
        if (f.preceptor() != null) {
            add(" and d.preceptor_id = ?", f.preceptor());
        }
        if (f.learner() != null) {
            add(" and d.learner_id = ?", f.learner());
        }
        if (f.findsNothing()) {
            sql.append(" and false");
        } else if (!f.words().isEmpty()) {
            add(" and d.search @@ to_tsquery('simple', ?)", f.searched());
        }
    }

    private void add(String piece, Object... more) {
        sql.append(piece);
        values.addAll(List.of(more));
    }

    String text() {
        return sql.toString();
    }

    void fill(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof Instant moment) {
                statement.setObject(i + 1, moment.atOffset(ZoneOffset.UTC));
            } else if (value instanceof Long[] ids) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("int8", ids));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}

package org.preceptorportal.calibration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.preceptorportal.fairness.FairScore;
import org.preceptorportal.fairness.Leniency;
import org.preceptorportal.fairness.NotEstimable;
import org.preceptorportal.fairness.Spread;
import org.preceptorportal.observed.Slice;
import org.preceptorportal.store.Sha256;

/** Strata as rows: what stands in which column. */
final class StratumRows {
    private StratumRows() {}

    /** Something read from a row. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * @param now when it is kept
     * @return its id
     */
    static long insert(
            Connection c,
            long runId,
            Calibration calibration,
            Sha256 key,
            Stratum stratum,
            Instant now)
            throws SQLException {
        Spread spread = stratum.spread();
        Stratum.Band band = stratum.band();
        Object[] values = {
            calibration.tenant(),
            calibration.season(),
            stratum.slice().code(),
            stratum.slice().scale(),
            key.hex(),
            Stratum.VERSION,
            OffsetDateTime.ofInstant(calibration.cutoff(), ZoneOffset.UTC),
            calibration.evaluations(),
            spread == null ? null : spread.mean(),
            spread == null ? null : spread.learners(),
            spread == null ? null : spread.raters(),
            spread == null ? null : spread.residual(),
            spread == null ? null : spread.reliabilityOfOne(),
            spread == null ? null : spread.ratersNeededRaw(),
            spread == null ? null : spread.ratersNeeded(),
            band == null ? null : band.low(),
            band == null ? null : band.middle(),
            band == null ? null : band.high(),
            band == null ? null : band.learners(),
            runId,
            OffsetDateTime.ofInstant(now, ZoneOffset.UTC)
        };
        try (PreparedStatement insert =
                c.prepareStatement(
                        "insert into figure_stratum values (nextval('portal_id')"
                                + ", ?".repeat(values.length)
                                + ") returning id")) {
            set(insert, 1, values);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                long id = row.getLong(1);
                insert(c, "figure_score", id, stratum.scores(), StratumRows::columns);
                insert(c, "figure_leniency", id, stratum.leniencies(), StratumRows::columns);
                return id;
            }
        }
    }

    private static <T> void insert(
            Connection c, String table, long stratum, Map<Long, T> all, Function<T, Object[]> of)
            throws SQLException {
        if (all.isEmpty()) {
            return;
        }
        int columns = of.apply(all.values().iterator().next()).length;
        try (PreparedStatement insert =
                c.prepareStatement(
                        "insert into %s values (?, ?%s)".formatted(table, ", ?".repeat(columns)))) {
            for (Map.Entry<Long, T> each : all.entrySet()) {
                insert.setLong(1, stratum);
                insert.setLong(2, each.getKey());
                set(insert, 3, of.apply(each.getValue()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Object[] columns(FairScore s) {
        return new Object[] {
            s.raw(),
            s.adjusted(),
            s.low(),
            s.high(),
            s.reliability(),
            s.ratersNeeded(),
            s.n(),
            s.raters(),
            s.reason() == null ? null : s.reason().name()
        };
    }

    private static Object[] columns(Leniency l) {
        return new Object[] {
            l.value(),
            l.low(),
            l.high(),
            l.n(),
            l.learners(),
            l.shared(),
            l.reason() == null ? null : l.reason().name()
        };
    }

    private static void set(PreparedStatement statement, int from, Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(from + i, values[i]);
        }
    }

    static SortedMap<Long, FairScore> scores(Connection c, long stratum) throws SQLException {
        return read(c, "figure_score", stratum, StratumRows::score);
    }

    static SortedMap<Long, Leniency> leniencies(Connection c, long stratum) throws SQLException {
        return read(c, "figure_leniency", stratum, StratumRows::leniency);
    }

    /** By whom they are about, which stands in the second column of either table. */
    private static <T> SortedMap<Long, T> read(
            Connection c, String table, long stratum, Reading<T> reading) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement("select * from " + table + " where stratum_id = ?")) {
            select.setLong(1, stratum);
            SortedMap<Long, T> all = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.put(row.getLong(2), reading.of(row));
                }
            }
            return all;
        }
    }

    static Stratum stratum(ResultSet row) throws SQLException {
        Double mean = number(row, "mean");
        Double low = number(row, "band_low");
        return new Stratum(
                new Slice(false, row.getString("domain"), row.getString("scale")),
                new TreeMap<>(),
                new TreeMap<>(),
                mean == null
                        ? null
                        : new Spread(
                                mean,
                                row.getDouble("of_learners"),
                                row.getDouble("of_raters"),
                                row.getDouble("residual"),
                                row.getDouble("reliability_of_one"),
                                (Integer) row.getObject("needed_raw"),
                                (Integer) row.getObject("needed")),
                low == null
                        ? null
                        : new Stratum.Band(
                                low,
                                row.getDouble("band_middle"),
                                row.getDouble("band_high"),
                                row.getInt("band_learners")));
    }

    static FairScore score(ResultSet row) throws SQLException {
        return new FairScore(
                number(row, "raw"),
                number(row, "adjusted"),
                number(row, "low"),
                number(row, "high"),
                number(row, "reliability"),
                (Integer) row.getObject("needed"),
                row.getInt("n"),
                row.getInt("raters"),
                reason(row));
    }

    private static Leniency leniency(ResultSet row) throws SQLException {
        return new Leniency(
                number(row, "value"),
                number(row, "low"),
                number(row, "high"),
                row.getInt("n"),
                row.getInt("learners"),
                row.getInt("shared"),
                reason(row));
    }

    private static NotEstimable reason(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return reason == null ? null : NotEstimable.valueOf(reason);
    }

    private static Double number(ResultSet row, String column) throws SQLException {
        return (Double) row.getObject(column);
    }
}

package org.preceptorportal.calibration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.preceptorportal.fairness.FairScore;
import org.preceptorportal.fairness.Leniency;
import org.preceptorportal.fairness.NotEstimable;
import org.preceptorportal.fairness.Spread;
import org.preceptorportal.observed.Slice;
import org.preceptorportal.shell.database.Column;
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
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                long id = row.getLong(1);
                insertScores(c, id, stratum.scores().entrySet());
                insertLeniencies(c, id, stratum.leniencies().entrySet());
                return id;
            }
        }
    }

    private static void insertScores(
            Connection c, long stratum, Set<Map.Entry<Long, FairScore>> all) throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "insert into figure_score (stratum_id, learner_id, raw, adjusted, low, high,"
                                + " reliability, needed, n, raters, reason) select ?, u.* from"
                                + " unnest(?::bigint[], ?::float8[], ?::float8[], ?::float8[],"
                                + " ?::float8[], ?::float8[], ?::int[], ?::int[], ?::int[],"
                                + " ?::text[]) u")) {
            insert.setLong(1, stratum);
            insert.setArray(2, Column.of(c, "bigint", all, Map.Entry::getKey));
            insert.setArray(3, Column.of(c, "float8", all, e -> e.getValue().raw()));
            insert.setArray(4, Column.of(c, "float8", all, e -> e.getValue().adjusted()));
            insert.setArray(5, Column.of(c, "float8", all, e -> e.getValue().low()));
            insert.setArray(6, Column.of(c, "float8", all, e -> e.getValue().high()));
            insert.setArray(7, Column.of(c, "float8", all, e -> e.getValue().reliability()));
            insert.setArray(8, Column.of(c, "int", all, e -> e.getValue().ratersNeeded()));
            insert.setArray(9, Column.of(c, "int", all, e -> e.getValue().n()));
            insert.setArray(10, Column.of(c, "int", all, e -> e.getValue().raters()));
            insert.setArray(11, Column.of(c, "text", all, e -> name(e.getValue().reason())));
            insert.executeUpdate();
        }
    }

    private static void insertLeniencies(
            Connection c, long stratum, Set<Map.Entry<Long, Leniency>> all) throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "insert into figure_leniency (stratum_id, preceptor_id, value, low, high, n,"
                                + " learners, shared, reason) select ?, u.* from unnest(?::bigint[],"
                                + " ?::float8[], ?::float8[], ?::float8[], ?::int[], ?::int[],"
                                + " ?::int[], ?::text[]) u")) {
            insert.setLong(1, stratum);
            insert.setArray(2, Column.of(c, "bigint", all, Map.Entry::getKey));
            insert.setArray(3, Column.of(c, "float8", all, e -> e.getValue().value()));
            insert.setArray(4, Column.of(c, "float8", all, e -> e.getValue().low()));
            insert.setArray(5, Column.of(c, "float8", all, e -> e.getValue().high()));
            insert.setArray(6, Column.of(c, "int", all, e -> e.getValue().n()));
            insert.setArray(7, Column.of(c, "int", all, e -> e.getValue().learners()));
            insert.setArray(8, Column.of(c, "int", all, e -> e.getValue().shared()));
            insert.setArray(9, Column.of(c, "text", all, e -> name(e.getValue().reason())));
            insert.executeUpdate();
        }
    }

    private static String name(NotEstimable reason) {
        return reason == null ? null : reason.name();
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

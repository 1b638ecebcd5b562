package org.preceptorportal.calibration;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.preceptorportal.fairness.FairScore;
import org.preceptorportal.fairness.Leniency;
import org.preceptorportal.fairness.NotEstimable;
import org.preceptorportal.fairness.Spread;
import org.preceptorportal.observed.Slice;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.store.Sha256;

/** The kept calibrations. What they say can be computed again, so old ones are let go. */
@ApplicationScoped
public class Calibrations {
    /** A night for a past date may still want the one before. */
    private static final int KEPT = 3;

    // A stratum of an older calibration is for a domain that no form has any more.
    private static final String CURRENT =
            "select distinct on (s.domain, s.scale) s.* from figure_stratum s where s.tenant_id = ?"
                    + " and s.season = ? and s.cutoff = (select max(cutoff) from figure_stratum"
                    + " where tenant_id = s.tenant_id and season = s.season and cutoff <= ?)"
                    + " order by s.domain, s.scale, s.id desc";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Seasons seasons;
    @Inject Clock clock;

    /** A broken rule stops the start, and not the first night. */
    void atStart(@Observes @Initialized(ApplicationScoped.class) Object start) {
        FigureRules.of(seasons.all().get(0).code());
    }

    /** Keys of the strata that are kept. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Set<String> known(long tenant, String season) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select input_key from figure_stratum where tenant_id = ?"
                                        + " and season = ?")) {
            select.setLong(1, tenant);
            select.setString(2, season);
            Set<String> keys = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.add(row.getString(1));
                }
            }
            return keys;
        } catch (SQLException e) {
            throw new IllegalStateException("the calibrations cannot be read", e);
        }
    }

    /** Keeps a stratum in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(long runId, Calibration calibration, Sha256 key, Stratum stratum) {
        try (Connection c = database.getConnection()) {
            long id = insert(c, runId, calibration, key, stratum);
            insertScores(c, id, stratum.scores());
            insertLeniencies(c, id, stratum.leniencies());
            try (PreparedStatement delete =
                    c.prepareStatement(
                            "delete from figure_stratum where tenant_id = ? and season = ? and domain"
                                    + " = ? and scale = ? and id not in (select id from figure_stratum"
                                    + " where tenant_id = ? and season = ? and domain = ? and scale = ?"
                                    + " order by cutoff desc, id desc limit ?) and id <> ?")) {
                for (int i = 0; i < 8; i += 4) {
                    delete.setLong(i + 1, calibration.tenant());
                    delete.setString(i + 2, calibration.season());
                    delete.setString(i + 3, stratum.slice().code());
                    delete.setString(i + 4, stratum.slice().scale());
                }
                delete.setInt(9, KEPT);
                delete.setLong(10, id);
                delete.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the calibration cannot be kept", e);
        }
    }

    private long insert(
            Connection c, long runId, Calibration calibration, Sha256 key, Stratum stratum)
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
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
        };
        try (PreparedStatement insert =
                c.prepareStatement(
                        "insert into figure_stratum values (nextval('portal_id')"
                                + ", ?".repeat(values.length)
                                + ") returning id")) {
            set(insert, values);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void insertScores(Connection c, long id, Map<Long, FairScore> scores)
            throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "insert into figure_score values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<Long, FairScore> each : scores.entrySet()) {
                FairScore s = each.getValue();
                set(
                        insert,
                        id,
                        each.getKey(),
                        s.raw(),
                        s.adjusted(),
                        s.low(),
                        s.high(),
                        s.reliability(),
                        s.ratersNeeded(),
                        s.n(),
                        s.raters(),
                        s.reason() == null ? null : s.reason().name());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertLeniencies(Connection c, long id, Map<Long, Leniency> leniencies)
            throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "insert into figure_leniency values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<Long, Leniency> each : leniencies.entrySet()) {
                Leniency l = each.getValue();
                set(
                        insert,
                        id,
                        each.getKey(),
                        l.value(),
                        l.low(),
                        l.high(),
                        l.n(),
                        l.learners(),
                        l.shared(),
                        l.reason() == null ? null : l.reason().name());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** Up to when the calibration of a night goes; before all evaluations if there is none yet. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Instant cutoff(long tenant, String season, Instant nightCutoff) {
        try (Connection c = database.getConnection()) {
            return Calibration.at(c, tenant, seasons.get(season), nightCutoff)
                    .map(Calibration::cutoff)
                    .orElse(Instant.EPOCH);
        } catch (SQLException e) {
            throw new IllegalStateException("the calibration cannot be read", e);
        }
    }

    /**
     * How learners stand in the newest calibration up to a {@link #cutoff}; each has an entry. A
     * later one may have been kept, for another night.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<Long, Standing> standings(
            long tenant, String season, Instant cutoff, Collection<Long> learners) {
        try (Connection c = database.getConnection()) {
            Current current = current(c, tenant, season, cutoff);
            Map<Long, Map<Long, FairScore>> byStratum = new HashMap<>();
            try (PreparedStatement select =
                    c.prepareStatement(
                            "select * from figure_score where stratum_id = any (?)"
                                    + " and learner_id = any (?)")) {
                select.setArray(1, c.createArrayOf("bigint", current.strata.keySet().toArray()));
                select.setArray(2, c.createArrayOf("bigint", learners.toArray()));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        byStratum
                                .computeIfAbsent(row.getLong("stratum_id"), id -> new HashMap<>())
                                .put(row.getLong("learner_id"), score(row));
                    }
                }
            }
            Map<Long, Standing> standings = new HashMap<>();
            for (long learner : learners) {
                Map<Slice, Stratum> strata = new HashMap<>();
                current.strata.forEach(
                        (id, stratum) -> {
                            FairScore score = byStratum.getOrDefault(id, Map.of()).get(learner);
                            SortedMap<Long, FairScore> own = new TreeMap<>();
                            if (score != null) {
                                own.put(learner, score);
                            }
                            strata.put(stratum.slice(), stratum.with(own, new TreeMap<>()));
                        });
                standings.put(learner, new Standing(current.calibrated, strata, learner));
            }
            return standings;
        } catch (SQLException e) {
            throw new IllegalStateException("the calibrations cannot be read", e);
        }
    }

    /** Keys of the strata that {@link #whole} reads. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<String> keys(long tenant, String season, Instant cutoff) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(CURRENT)) {
            bind(select, tenant, season, cutoff);
            List<String> keys = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.add(row.getString("input_key"));
                }
            }
            return keys;
        } catch (SQLException e) {
            throw new IllegalStateException("the calibrations cannot be read", e);
        }
    }

    /** The newest strata up to a {@link #cutoff}, whole. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Whole whole(long tenant, String season, Instant cutoff) {
        try (Connection c = database.getConnection()) {
            Current current = current(c, tenant, season, cutoff);
            List<Stratum> strata = new ArrayList<>();
            for (Map.Entry<Long, Stratum> each : current.strata.entrySet()) {
                SortedMap<Long, FairScore> scores = new TreeMap<>();
                SortedMap<Long, Leniency> leniencies = new TreeMap<>();
                try (PreparedStatement select =
                        c.prepareStatement("select * from figure_score where stratum_id = ?")) {
                    select.setLong(1, each.getKey());
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            scores.put(row.getLong("learner_id"), score(row));
                        }
                    }
                }
                try (PreparedStatement select =
                        c.prepareStatement("select * from figure_leniency where stratum_id = ?")) {
                    select.setLong(1, each.getKey());
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            leniencies.put(row.getLong("preceptor_id"), leniency(row));
                        }
                    }
                }
                strata.add(each.getValue().with(scores, leniencies));
            }
            return new Whole(current.calibrated, strata);
        } catch (SQLException e) {
            throw new IllegalStateException("the calibrations cannot be read", e);
        }
    }

    /**
     * @param calibrated null when there is none yet
     */
    public record Whole(Calibrated calibrated, List<Stratum> strata) {
        public Whole {
            strata = List.copyOf(strata);
        }
    }

    private record Current(Calibrated calibrated, Map<Long, Stratum> strata) {}

    private static Current current(Connection c, long tenant, String season, Instant cutoff)
            throws SQLException {
        Calibrated calibrated = null;
        Map<Long, Stratum> strata = new TreeMap<>();
        try (PreparedStatement select = c.prepareStatement(CURRENT)) {
            bind(select, tenant, season, cutoff);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    calibrated =
                            new Calibrated(
                                    row.getObject("cutoff", OffsetDateTime.class).toInstant(),
                                    row.getInt("evaluations"),
                                    row.getString("method"));
                    strata.put(row.getLong("id"), stratum(row));
                }
            }
        }
        return new Current(calibrated, strata);
    }

    private static void bind(PreparedStatement current, long tenant, String season, Instant cutoff)
            throws SQLException {
        current.setLong(1, tenant);
        current.setString(2, season);
        current.setObject(3, OffsetDateTime.ofInstant(cutoff, ZoneOffset.UTC));
    }

    private static Stratum stratum(ResultSet row) throws SQLException {
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

    private static FairScore score(ResultSet row) throws SQLException {
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

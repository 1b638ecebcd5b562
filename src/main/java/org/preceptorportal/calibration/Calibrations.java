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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.preceptorportal.fairness.FairScore;
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

    /** Keeps a stratum in the running transaction: from now on it is the one of its cut-off. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(long runId, Calibration calibration, Sha256 key, Stratum stratum) {
        try (Connection c = database.getConnection()) {
            // There is one of the same inputs if these were others in between.
            try (PreparedStatement delete =
                    c.prepareStatement(
                            "delete from figure_stratum where tenant_id = ? and season = ?"
                                    + " and domain = ? and scale = ? and input_key = ?")) {
                delete.setLong(1, calibration.tenant());
                delete.setString(2, calibration.season());
                delete.setString(3, stratum.slice().code());
                delete.setString(4, stratum.slice().scale());
                delete.setString(5, key.hex());
                delete.executeUpdate();
            }
            long id = StratumRows.insert(c, runId, calibration, key, stratum, clock.instant());
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
                                .put(row.getLong("learner_id"), StratumRows.score(row));
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

    /** The ids of the strata up to a {@link #cutoff}; what is kept under an id never changes. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Set<Long> strata(long tenant, String season, Instant cutoff) {
        try (Connection c = database.getConnection()) {
            return current(c, tenant, season, cutoff).strata.keySet();
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
                strata.add(
                        each.getValue()
                                .with(
                                        StratumRows.scores(c, each.getKey()),
                                        StratumRows.leniencies(c, each.getKey())));
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
                    strata.put(row.getLong("id"), StratumRows.stratum(row));
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
}

package org.preceptorportal.retention;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.store.StoreKeeping;
import org.preceptorportal.store.StoreKeeping.Swept;

/** What a night throws away, and the note of it in the run's ledger. */
@ApplicationScoped
public class Retention {
    /** Of the job repository's jobs in one transaction. */
    private static final int JOBS = 5000;

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Policies policies;
    @Inject StoreKeeping store;

    /** How many rows' time has come. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public int count(NightRun night) {
        try (Connection c = database.getConnection()) {
            int all = 0;
            for (Rule rule : Rule.values()) {
                all += expired(night, rule.ordinal()).count(c);
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("what has expired cannot be counted", e);
        }
    }

    /** The next such rows, rule by rule, by id. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Candidate> page(NightRun night, int rule, long after, int size) {
        try (Connection c = database.getConnection()) {
            for (int r = rule; r < Rule.values().length; r++) {
                int now = r;
                List<Long> ids = expired(night, r).page(c, r == rule ? after : 0, size);
                if (!ids.isEmpty()) {
                    return ids.stream().map(id -> new Candidate(now, id)).toList();
                }
            }
            return List.of();
        } catch (SQLException e) {
            throw new IllegalStateException("what has expired cannot be read", e);
        }
    }

    /**
     * Throws rows away in the running transaction.
     *
     * @return how many went; the others are needed or held
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int reclaim(NightRun night, List<Candidate> candidates) {
        SortedMap<Integer, List<Long>> byRule = new TreeMap<>();
        candidates.forEach(
                each -> byRule.computeIfAbsent(each.rule(), r -> new ArrayList<>()).add(each.id()));
        try (Connection c = database.getConnection()) {
            int all = 0;
            for (var each : byRule.entrySet()) {
                int gone =
                        expired(night, each.getKey()).reclaim(c, each.getValue(), night.dryRun());
                note(c, night, Rule.values()[each.getKey()].code(), gone, 0);
                all += gone;
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("what has expired cannot be thrown away", e);
        }
    }

    /**
     * Sweeps one part of the store in the running transaction; a dry run does not.
     *
     * @param digit of {@link StoreKeeping#DIGITS}
     * @return whether anything went
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean sweep(NightRun night, char digit) {
        if (night.dryRun()) {
            return false;
        }
        Duration age = Duration.ofHours(policies.of(night.season()).orphanHours());
        Swept swept = store.sweep(digit, night.cutoff().minus(age));
        try (Connection c = database.getConnection()) {
            note(c, night, "stored-files", swept.items(), swept.bytes());
        } catch (SQLException e) {
            throw new IllegalStateException("the sweep cannot be noted", e);
        }
        return swept.items() > 0;
    }

    /**
     * Has the job repository forget old jobs in the running transaction; a dry run does not.
     *
     * @return whether anything went
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean forgetJobs(NightRun night) {
        if (night.dryRun()) {
            return false;
        }
        Instant before =
                night.cutoff().minus(Duration.ofDays(policies.of(night.season()).batchDays()));
        try (Connection c = database.getConnection()) {
            int gone = BatchHistory.forget(c, before, JOBS);
            note(c, night, "job-executions", gone, 0);
            return gone > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("the job repository cannot forget", e);
        }
    }

    private static void note(Connection c, NightRun night, String what, int items, long bytes)
            throws SQLException {
        if (items == 0 || night.dryRun()) {
            return;
        }
        try (PreparedStatement add =
                c.prepareStatement(
                        "insert into reclaimed (run_id, what, items, bytes) values (?, ?, ?, ?) on"
                                + " conflict (run_id, what) do update set items = reclaimed.items +"
                                + " excluded.items, bytes = reclaimed.bytes + excluded.bytes")) {
            add.setLong(1, night.run());
            add.setString(2, what);
            add.setLong(3, items);
            add.setLong(4, bytes);
            add.executeUpdate();
        }
    }

    private Expired expired(NightRun night, int rule) {
        return new Expired(
                Rule.values()[rule],
                night.tenant(),
                policies.of(night.season()),
                policies.kept(night.season()),
                policies.known(),
                night.cutoff());
    }
}

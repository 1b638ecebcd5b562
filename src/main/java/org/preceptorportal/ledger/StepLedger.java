package org.preceptorportal.ledger;

import jakarta.annotation.Resource;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * What each step read, made, found unchanged and skipped. Writers call {@link #count} once a chunk,
 * inside the chunk's transaction: counts, place and artefacts commit together or not at all (LE-1).
 */
@ApplicationScoped
public class StepLedger {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    /**
     * Adds a chunk's counts to the part that this thread works on, and keeps how far it came;
     * {@code read = made + unchanged + skipped}.
     *
     * @throws RunLost when another node or a later try owns the run by now; the chunk rolls back
     *     (LE-3)
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void count(
            NightRun run, StepContext step, int read, int made, int unchanged, int skipped) {
        Part part = Part.of(step);
        int rows =
                change(
                        "update run_part set read = read + ?, made = made + ?, unchanged = unchanged"
                                + " + ?, skipped = skipped + ?, last_key = ? where run_id = ? and"
                                + " step = ? and part = ? and epoch = ?",
                        read,
                        made,
                        unchanged,
                        skipped,
                        part.last().toString(),
                        run.run(),
                        step.getStepName(),
                        part.number(),
                        run.epoch());
        if (rows == 0) {
            throw new RunLost(run.run());
        }
    }

    /**
     * Lists an item that was left out; count it too.
     *
     * @param item its stable key within the step, at most 120 characters
     * @param label as people know it; never content
     * @param reason one sentence: what is wrong and who can mend it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void skip(long runId, String step, String item, String label, String reason) {
        change(
                "insert into run_skip (run_id, step, item, label, reason) values (?, ?, ?, ?, ?)"
                        + " on conflict (run_id, step, item) do update set label = excluded.label, reason ="
                        + " excluded.reason",
                runId,
                step,
                item,
                clip(label, 300),
                clip(reason, 500));
    }

    /** What a step of a run left out: the reason by the item's key. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<String, String> leftOut(long runId, String step) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select item, reason from run_skip where run_id = ? and step = ?")) {
            select.setLong(1, runId);
            select.setString(2, step);
            Map<String, String> reasons = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reasons.put(row.getString(1), row.getString(2));
                }
            }
            return reasons;
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be read", e);
        }
    }

    /**
     * For a step without partitions: it is one part.
     *
     * @param expected how many items it has, told when the run first comes here
     */
    @Transactional
    public Part alone(NightRun run, StepContext step, int expected) {
        parts(run, step.getStepName(), () -> List.of(Range.whole(expected)));
        return open(run, step, 0);
    }

    /** How many parts a step has: those kept, or else those that are cut now. */
    @Transactional
    public int parts(NightRun run, String step, Supplier<List<Range>> cut) {
        int kept = kept(run.run(), step);
        if (kept > 0) {
            return kept;
        }
        List<Range> ranges = cut.get();
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            // The run's row is held until the parts are there, so that a take-over finds them all.
            int rows =
                    change(
                            "insert into run_part (run_id, step, part, after_key, upto_key, last_key,"
                                    + " expected, epoch) select id, ?, ?, ?, ?, ?, ?, epoch from run"
                                    + " where id = ? and epoch = ? for share",
                            step,
                            i,
                            range.after().toString(),
                            range.upTo().toString(),
                            range.after().toString(),
                            range.expected(),
                            run.run(),
                            run.epoch());
            if (rows == 0) {
                throw new RunLost(run.run());
            }
        }
        return ranges.size();
    }

    private int kept(long runId, String step) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select count(*) from run_part where run_id = ? and step = ?")) {
            select.setLong(1, runId);
            select.setString(2, step);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be read", e);
        }
    }

    /** Called by the reader: the part as it was left, put where the writer finds it. */
    @Transactional
    public Part open(NightRun run, StepContext step, int number) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select upto_key, last_key from run_part where run_id = ? and step = ?"
                                        + " and part = ?")) {
            select.setLong(1, run.run());
            select.setString(2, step.getStepName());
            select.setInt(3, number);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException(
                            "no part " + number + " of step " + step.getStepName());
                }
                Part part =
                        new Part(
                                number, Spot.parse(row.getString(1)), Spot.parse(row.getString(2)));
                step.setTransientUserData(part);
                return part;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be read", e);
        }
    }

    /** Called by the night's own step listener. */
    @Transactional
    public void begin(long runId, String step) {
        change(
                "update run_step set started_at = coalesce(started_at, clock_timestamp()), ended_at = null"
                        + " where run_id = ? and step = ?",
                runId,
                step);
    }

    /** Called by the night's own step listener. */
    @Transactional
    public void end(long runId, String step) {
        change(
                "update run_step set ended_at = clock_timestamp() where run_id = ? and step = ?",
                runId,
                step);
    }

    private int change(String sql, Object... values) {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be written", e);
        }
    }

    private static String clip(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}

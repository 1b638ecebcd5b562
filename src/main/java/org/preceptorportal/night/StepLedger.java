package org.preceptorportal.night;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * What each step read, made, found unchanged and skipped. Writers call {@link #count} once a chunk,
 * inside the chunk's transaction: counts, checkpoint and artefacts commit together or not at all
 * (NI-3).
 */
@ApplicationScoped
public class StepLedger {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject RunLog log;

    /**
     * Adds a chunk's counts; {@code read = made + unchanged + skipped}.
     *
     * @throws RunLost when another node or a later job owns the run by now; the chunk rolls back
     *     (NI-2)
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void count(NightRun run, String step, int read, int made, int unchanged, int skipped) {
        // The job's own epoch: this JVM may hold the run anew by now, under a later one.
        log.prolong(run.run(), run.epoch());
        change(
                "update run_step set read = read + ?, made = made + ?, unchanged = unchanged + ?,"
                        + " skipped = skipped + ? where run_id = ? and step = ?",
                read,
                made,
                unchanged,
                skipped,
                run.run(),
                step);
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

    /** Says how many items the whole step has, those before a restart included. */
    @Transactional
    public void expect(long runId, String step, int items) {
        change(
                "update run_step set expected = ? where run_id = ? and step = ?",
                items,
                runId,
                step);
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

    private void change(String sql, Object... values) {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("no such step in batch-jobs/night.xml: " + sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be written", e);
        }
    }

    private static String clip(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}

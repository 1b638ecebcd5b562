package org.preceptorportal.evaluation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** The answers of all evaluations, each with its revision, in the running transaction. */
@ApplicationScoped
class SavedAnswers {
    // A change is taken when it was made on the newest revision. What is already kept stays as it
    // is: a browser repeats a call whose answer it never got.
    private static final String KEEP =
            """
            insert into evaluation_answer as a (evaluation_id, question, value, revision, saved_at)
            select ?, g.question, g.value, g.revision + 1, ?
            from unnest(?, ?, ?) as g (question, value, revision)
            on conflict (evaluation_id, question) do update
              set value = excluded.value, revision = excluded.revision, saved_at = excluded.saved_at
              where a.revision = excluded.revision - 1 and a.value <> excluded.value
            returning question
            """;

    // Finds, authorizes and locks the draft at once. A pause longer than a minute counts as one.
    private static final String TOUCH =
            """
            update evaluation set saved_at = ?, typed_by = ?, ready_at = null, seconds = coalesce(seconds, 0)
              + least(60, greatest(0, extract(epoch from ? - saved_at)))::int
            where id = ? and tenant_id = ? and preceptor_id = ? and status = 'DRAFT'
            returning form, form_version, rotation_id, preceptor_id
            """;
    private static final String GOAL =
            """
            select a.value from evaluation e join evaluation_answer a on a.evaluation_id = e.id
            where e.rotation_id = ? and e.phase = 'MID' and e.status = 'SUBMITTED'
              and e.superseded_by is null and a.question = 'goal'
            """;
    private static final String DAYS =
            """
            select a.value from evaluation e left join evaluation_answer a
              on a.evaluation_id = e.id and a.question = 'days'
            where e.rotation_id = ? and e.preceptor_id = ? and e.phase = 'FINAL'
              and e.status = 'SUBMITTED' and e.superseded_by is null
            """;

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    /** The caller's draft, or that of the preceptor they assist; empty when there is none. */
    Optional<Draft> touch(Caller caller, long evaluationId, Instant now) {
        if (!caller.is(Role.PRECEPTOR, Role.ASSISTANT)) {
            return Optional.empty();
        }
        OffsetDateTime at = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement(TOUCH)) {
            update.setObject(1, at);
            update.setString(2, caller.name());
            update.setObject(3, at);
            update.setLong(4, evaluationId);
            update.setLong(5, caller.tenantId());
            update.setLong(6, caller.personId());
            try (ResultSet row = update.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Draft(
                                        row.getString(1),
                                        row.getInt(2),
                                        row.getLong(3),
                                        row.getLong(4)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the draft cannot be touched", e);
        }
    }

    /** Marks a submitted evaluation: a newer one takes its place. */
    void supersede(long old, long by) {
        try (Connection c = database.getConnection();
                PreparedStatement update =
                        c.prepareStatement(
                                "update evaluation set superseded_by = ? where id = ?")) {
            update.setLong(1, by);
            update.setLong(2, old);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the evaluation cannot be superseded", e);
        }
    }

    /** The goal that the middle of a rotation agreed on. */
    Optional<String> agreedGoal(long rotationId) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(GOAL)) {
            select.setLong(1, rotationId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the goal cannot be read", e);
        }
    }

    /**
     * Keeps changes in one statement.
     *
     * @return the questions whose answer is a new one now
     */
    Set<String> keep(long evaluationId, List<Change> changes, Instant now) {
        try (Connection c = database.getConnection();
                PreparedStatement upsert = c.prepareStatement(KEEP)) {
            upsert.setLong(1, evaluationId);
            upsert.setObject(2, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            upsert.setArray(3, texts(c, changes.stream().map(Change::question).toArray()));
            upsert.setArray(4, texts(c, changes.stream().map(Change::value).toArray()));
            upsert.setArray(
                    5, c.createArrayOf("int", changes.stream().map(Change::revision).toArray()));
            Set<String> kept = new TreeSet<>();
            try (ResultSet row = upsert.executeQuery()) {
                while (row.next()) {
                    kept.add(row.getString(1));
                }
            }
            return kept;
        } catch (SQLException e) {
            throw new IllegalStateException("the answers cannot be kept", e);
        }
    }

    private static Array texts(Connection c, Object[] values) throws SQLException {
        return c.createArrayOf("text", values);
    }

    /** All answers of one evaluation, by question. */
    Map<String, SavedAnswer> of(long evaluationId) {
        return ofAll(List.of(evaluationId)).getOrDefault(evaluationId, Map.of());
    }

    /**
     * The days observed, as kept, one for each final of a preceptor about a rotation that counts;
     * null where none were said.
     */
    List<String> daysOfFinals(long rotationId, long preceptorId) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(DAYS)) {
            select.setLong(1, rotationId);
            select.setLong(2, preceptorId);
            List<String> days = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.add(row.getString(1));
                }
            }
            return days;
        } catch (SQLException e) {
            throw new IllegalStateException("the days cannot be read", e);
        }
    }

    /** All answers of many evaluations, in one query; one without answers has no entry. */
    Map<Long, Map<String, SavedAnswer>> ofAll(Collection<Long> evaluationIds) {
        Map<Long, Map<String, SavedAnswer>> all = new HashMap<>();
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select evaluation_id, question, value, revision"
                                        + " from evaluation_answer where evaluation_id = any (?)")) {
            select.setArray(1, c.createArrayOf("bigint", evaluationIds.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.computeIfAbsent(row.getLong(1), id -> new TreeMap<>())
                            .put(
                                    row.getString(2),
                                    new SavedAnswer(
                                            row.getString(2), row.getString(3), row.getInt(4)));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("the answers cannot be read", e);
        }
    }

    /** Gives a draft all answers of a submitted evaluation. */
    void copy(long from, long to) {
        try (Connection c = database.getConnection();
                PreparedStatement copy =
                        c.prepareStatement(
                                "insert into evaluation_answer"
                                        + " select ?, question, value, 1, saved_at"
                                        + " from evaluation_answer where evaluation_id = ?")) {
            copy.setLong(1, to);
            copy.setLong(2, from);
            copy.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the answers cannot be copied", e);
        }
    }

    static Map<String, String> values(Map<String, SavedAnswer> answers) {
        Map<String, String> values = new TreeMap<>();
        answers.forEach((question, answer) -> values.put(question, answer.value()));
        return values;
    }

    /** The sum of all revisions: it grows with every change. */
    static int revision(Map<String, SavedAnswer> answers) {
        return answers.values().stream().mapToInt(SavedAnswer::revision).sum();
    }
}

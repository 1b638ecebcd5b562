package org.preceptorportal.skills;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.evaluation.Evaluation;
import org.preceptorportal.evaluation.EvaluationStatus;
import org.preceptorportal.evaluation.Evaluations;
import org.preceptorportal.form.Domain;
import org.preceptorportal.form.Forms;
import org.preceptorportal.form.Item;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;

/** Shows a preceptor, and nobody else, how they use the scale (SK-7). */
@ApplicationScoped
public class Mirrors {
    // Both lists are cut by an index on what counts, so that the cost does not grow with the years.
    private static final String NEWEST =
            "with own as (select id, preceptor_id, form, form_version from evaluation"
                    + " where preceptor_id = ? and phase = ? and status = 'SUBMITTED'"
                    + " and superseded_by is null order by submitted_at desc, id desc limit ?),"
                    + " peers as (select id, preceptor_id, form, form_version from evaluation"
                    + " where tenant_id = ? and phase = ? and status = 'SUBMITTED'"
                    + " and superseded_by is null and preceptor_id <> ?"
                    + " order by submitted_at desc, id desc limit ?)";
    private static final String COUNTS =
            NEWEST
                    + " select (select count(*) from own), (select count(*) from peers),"
                    + " (select count(distinct preceptor_id) from peers)";
    private static final String MARKS =
            NEWEST
                    + " select e.own, e.form, e.form_version, a.question, a.value::int, count(*)"
                    + " from (select true own, * from own union all select false, * from peers) e"
                    + " join evaluation_answer a on a.evaluation_id = e.id"
                    + " where a.value in ('1', '2', '3', '4', '5') group by 1, 2, 3, 4, 5";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Evaluations evaluations;
    @Inject Forms forms;
    @Inject AuditTrail audit;

    /** How often a level was given on a question of a form. */
    record Mark(boolean own, String form, int version, String question, int level, long n) {}

    /**
     * The mirror after an evaluation was submitted: the preceptor's newest ones of the same phase
     * beside their peers' in the same institution.
     *
     * @throws NotForCaller for anybody but the preceptor who submitted it; their assistants and the
     *     coordinator neither
     */
    @Transactional
    public Mirror after(Caller caller, long evaluationId) {
        Evaluation evaluation = evaluations.get(evaluationId);
        if (evaluation.tenantId() != caller.tenantId()
                || evaluation.status() != EvaluationStatus.SUBMITTED
                || !caller.isPerson(Role.PRECEPTOR, evaluation.preceptorId())) {
            throw audit.refuse(caller, "mirror", evaluationId);
        }
        try (Connection c = database.getConnection()) {
            return read(c, evaluation);
        } catch (SQLException e) {
            throw new IllegalStateException("the mirror cannot be read", e);
        }
    }

    private Mirror read(Connection c, Evaluation evaluation) throws SQLException {
        int own;
        int peers;
        int peerEvaluations;
        try (PreparedStatement counts = prepared(c, COUNTS, evaluation);
                ResultSet row = counts.executeQuery()) {
            row.next();
            own = row.getInt(1);
            peerEvaluations = row.getInt(2);
            peers = row.getInt(3);
        }
        List<Mark> marks = new ArrayList<>();
        if (own >= Mirror.FEWEST_OWN && peers >= Mirror.FEWEST_PEERS) {
            try (PreparedStatement select = prepared(c, MARKS, evaluation);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    marks.add(
                            new Mark(
                                    row.getBoolean(1),
                                    row.getString(2),
                                    row.getInt(3),
                                    row.getString(4),
                                    row.getInt(5),
                                    row.getLong(6)));
                }
            }
        }
        return new Mirror(own, peers, peerEvaluations, levels(evaluation.tenantId(), marks));
    }

    private static PreparedStatement prepared(Connection c, String sql, Evaluation of)
            throws SQLException {
        PreparedStatement statement = c.prepareStatement(sql);
        statement.setLong(1, of.preceptorId());
        statement.setString(2, of.phase().name());
        statement.setInt(3, Mirror.OWN);
        statement.setLong(4, of.tenantId());
        statement.setString(5, of.phase().name());
        statement.setLong(6, of.preceptorId());
        statement.setInt(7, Mirror.PEERS_NEWEST);
        return statement;
    }

    /** Only ratings that say something about the learner, on the form they were given on. */
    List<Mirror.Level> levels(long tenantId, List<Mark> marks) {
        Map<String, Set<String>> counting = new HashMap<>();
        long[] own = new long[6];
        long[] peers = new long[6];
        for (Mark mark : marks) {
            boolean counts =
                    counting.computeIfAbsent(
                                    mark.form() + "-" + mark.version(),
                                    key -> counting(tenantId, mark.form(), mark.version()))
                            .contains(mark.question());
            if (counts) {
                long[] side = mark.own() ? own : peers;
                side[mark.level()] += mark.n();
                side[0] += mark.n();
            }
        }
        List<Mirror.Level> levels = new ArrayList<>();
        for (int level = 5; level >= 1; level--) {
            levels.add(new Mirror.Level(level, own[level], own[0], peers[level], peers[0]));
        }
        return levels;
    }

    private Set<String> counting(long tenantId, String form, int version) {
        return forms.find(tenantId, form, version)
                .map(
                        found ->
                                found.domains().stream()
                                        .filter(Domain::counts)
                                        .flatMap(domain -> domain.items().stream())
                                        .map(Item::code)
                                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}

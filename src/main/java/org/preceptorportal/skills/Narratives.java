package org.preceptorportal.skills;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.preceptorportal.evaluation.Answers;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Forms;
import org.preceptorportal.roster.RotationType;
import org.preceptorportal.shell.Words;

/**
 * What finals say in words. Nine of ten answers are marks, which {@code Sheets} read packed: they
 * are not read here.
 */
@ApplicationScoped
class Narratives {
    private static final String[] ASKED = {Answers.DAYS, Answers.STRENGTHS, Answers.IMPROVEMENT};

    private static final String STANDING =
            """
            select e.learner_id, e.id, r.id, r.specialty, r.type, p.full_name, p.credentials,
              r.end_date, e.form, e.form_version, a.questions, a.said
            from evaluation e
            join rotation r on r.id = e.rotation_id
            join preceptor p on p.id = e.preceptor_id
            left join evaluation later on later.id = e.superseded_by
            left join lateral (select array_agg(question) questions, array_agg(value) said
              from evaluation_answer where evaluation_id = e.id and question = any (?)) a on true
            where e.learner_id = any (?) and e.status = 'SUBMITTED' and e.phase = 'FINAL'
              and e.submitted_at <= ? and (later.submitted_at is null or later.submitted_at > ?)
            order by e.submitted_at, e.id
            """;

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Forms forms;
    @Inject Words words;

    /**
     * Many learners' finals as they stood at a moment, each list in the order of submission: what
     * was submitted or took another's place later does not exist yet.
     */
    Map<Long, List<Narrative>> ofLearners(long tenant, Collection<Long> learners, Instant cutoff) {
        OffsetDateTime moment = OffsetDateTime.ofInstant(cutoff, ZoneOffset.UTC);
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(STANDING)) {
            select.setArray(1, c.createArrayOf("text", ASKED));
            select.setArray(2, c.createArrayOf("bigint", learners.toArray()));
            select.setObject(3, moment);
            select.setObject(4, moment);
            Map<Long, List<Narrative>> byLearner = new HashMap<>();
            Map<String, Optional<EvaluationForm>> asked = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byLearner
                            .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(narrative(row, form(tenant, row, asked)));
                }
            }
            return byLearner;
        } catch (SQLException e) {
            throw new IllegalStateException("the evaluations cannot be read", e);
        }
    }

    /** An institution's own form is asked for in the database: once, not for each evaluation. */
    private Optional<EvaluationForm> form(
            long tenant, ResultSet row, Map<String, Optional<EvaluationForm>> asked)
            throws SQLException {
        String code = row.getString(9);
        int version = row.getInt(10);
        return asked.computeIfAbsent(
                code + "-" + version, key -> forms.find(tenant, code, version));
    }

    private Narrative narrative(ResultSet row, Optional<EvaluationForm> form) throws SQLException {
        Map<String, String> said = said(row);
        // An unknown form asks nothing: who counts its marks says so.
        Answers answers = form.map(known -> Answers.of(known, said)).orElse(Answers.none());
        return new Narrative(
                row.getLong(2),
                rotation(row),
                answers.days(),
                answers.strengths(),
                answers.improvement());
    }

    private static Map<String, String> said(ResultSet row) throws SQLException {
        Map<String, String> said = new HashMap<>();
        if (row.getArray(11) != null) {
            String[] questions = (String[]) row.getArray(11).getArray();
            String[] values = (String[]) row.getArray(12).getArray();
            for (int i = 0; i < questions.length; i++) {
                said.put(questions[i], values[i]);
            }
        }
        return said;
    }

    private RotationFacts rotation(ResultSet row) throws SQLException {
        String type = words.say("evaluation", "type." + RotationType.valueOf(row.getString(5)));
        String name = row.getString(6);
        String credentials = row.getString(7);
        return new RotationFacts(
                row.getLong(3),
                row.getString(4) + ", " + type,
                credentials == null ? name : name + ", " + credentials,
                row.getObject(8, LocalDate.class));
    }
}

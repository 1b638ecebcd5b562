package org.preceptorportal.skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Forms;
import org.preceptorportal.shell.Words;
import org.preceptorportal.shell.database.FreshDatabase;

/** What a night reads of finals besides their marks, on a real database. */
class NarrativesTest {
    private static final Instant OCTOBER = Instant.parse("2026-10-31T07:00:00Z");
    private static final Instant NOVEMBER = Instant.parse("2026-11-20T07:00:00Z");

    @TempDir static Path folder;
    private static FreshDatabase database;
    private final List<String> asked = new ArrayList<>();
    private final Narratives narratives = new Narratives();

    @BeforeAll
    static void start() throws Exception {
        database = FreshDatabase.in(folder);
        database.run(
                // A submitted evaluation never changes: it begins here as one.
                "alter table evaluation disable trigger user",
                "alter table evaluation_answer disable trigger user",
                "insert into tenant values (1, 'north', 'North', 'America/New_York')",
                "insert into site values (2, 1, 'S1', 'North', '1 Main St', 'Ann Arbor', 'MI',"
                        + " '48104', null, 'America/Detroit')",
                "insert into preceptor values (3, 1, '1234567893', 'Ana Ruiz', 'MD', null, 'IM',"
                        + " 'ana@x', null, 2)",
                "insert into learner values (4, 1, 'L1', 'Ada Osei', null, 'ada@x', null, 'Accra',"
                        + " 'STUDENT'), (5, 1, 'L2', 'Bo Li', null, 'bo@x', null, 'Accra', 'STUDENT')",
                "insert into rotation select i, 1, 'R' || i, case i when 8 then 5 else 4 end, 3, 2,"
                        + " 'ELECTIVE', 'Surgery', 'INPATIENT', '2026-09-01', '2026-09-28', 40"
                        + " from generate_series(6, 8) i",
                evaluation(20, 6, 4, "FINAL", "own-final", "2026-10-02"),
                evaluation(21, 7, 4, "FINAL", "own-final", "2026-10-01"),
                evaluation(22, 8, 5, "FINAL", "gone", "2026-10-03"),
                evaluation(23, 7, 4, "MID", "own-final", "2026-09-14"),
                // Rewritten as its author would.
                evaluation(24, 6, 4, "FINAL", "own-final", "2026-11-02")
                        .replace("SUBMITTED", "DRAFT"),
                "update evaluation set superseded_by = 24 where id = 20",
                "update evaluation set status = 'SUBMITTED' where id = 24",
                answers(20, "days", "12", "strengths", "Calm.\r\nKind. ", "history", "4"),
                answers(21, "days", "", "improvement", "  ", "history", "5"),
                answers(22, "days", "9", "strengths", "Nobody asked.", "history", "3"),
                answers(24, "days", "14", "strengths", "Calm.", "improvement", "Read more."));
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    private static String evaluation(
            long id, long rotation, long learner, String phase, String form, String submitted) {
        return "insert into evaluation (id, tenant_id, rotation_id, learner_id, preceptor_id, phase,"
                + " form, form_version, status, started_at, saved_at, submitted_at, version) values"
                + " (%d, 1, %d, %d, 3, '%s', '%s', 1, 'SUBMITTED', now(), now(), '%s', 1)"
                        .formatted(id, rotation, learner, phase, form, submitted);
    }

    private static String answers(long evaluation, String... said) {
        StringBuilder rows = new StringBuilder("insert into evaluation_answer values ");
        for (int i = 0; i < said.length; i += 2) {
            rows.append(i == 0 ? "" : ", ")
                    .append(
                            "(%d, '%s', '%s', 1, now())"
                                    .formatted(evaluation, said[i], said[i + 1]));
        }
        return rows.toString();
    }

    @BeforeEach
    void prepare() {
        Forms shipped = new Forms();
        shipped.read();
        narratives.database = database.source();
        narratives.words = new Words();
        narratives.forms =
                new Forms() {
                    @Override
                    public Optional<EvaluationForm> find(long tenant, String code, int version) {
                        asked.add(code);
                        return code.startsWith("own-")
                                ? shipped.find(tenant, "clerkship-final", version)
                                : Optional.empty();
                    }
                };
    }

    private static Narrative narrative(
            long id, long rotation, Integer days, String strengths, String improvement) {
        return new Narrative(
                id,
                new RotationFacts(
                        rotation, "Surgery, elective", "Ana Ruiz, MD", LocalDate.of(2026, 9, 28)),
                days,
                strengths,
                improvement);
    }

    @Test
    void readsWordsAsTheyStoodInTheOrderOfSubmission() {
        Map<Long, List<Narrative>> then = narratives.ofLearners(1, List.of(4L, 5L), OCTOBER);
        assertThat(then.get(4L))
                .containsExactly(
                        narrative(21, 7, null, "", ""), narrative(20, 6, 12, "Calm.\nKind.", ""));
        assertThat(narratives.ofLearners(1, List.of(4L), NOVEMBER).get(4L))
                .as("what was rewritten since took its place")
                .containsExactly(
                        narrative(21, 7, null, "", ""),
                        narrative(24, 6, 14, "Calm.", "Read more."));
    }

    @Test
    void anUnknownFormSaysNothing() {
        assertThat(narratives.ofLearners(1, List.of(5L), NOVEMBER).get(5L))
                .containsExactly(narrative(22, 8, null, "", ""));
    }

    /** For an institution's own, that is a question to the database. */
    @Test
    void asksForEachFormOnce() {
        narratives.ofLearners(1, List.of(4L, 5L), NOVEMBER);
        assertThat(asked).containsExactlyInAnyOrder("own-final", "gone");
    }
}

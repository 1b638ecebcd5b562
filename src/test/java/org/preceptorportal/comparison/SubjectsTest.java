package org.preceptorportal.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.calibration.Calibration;
import org.preceptorportal.observed.Sheets;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.database.Columns;
import org.preceptorportal.shell.database.FreshDatabase;
import org.preceptorportal.store.Sha256;

/** A key that stayed while an input changed would leave an old report in its place. */
class SubjectsTest {
    private static final Instant CUTOFF = Instant.parse("2026-09-20T07:00:00Z");

    @TempDir static Path folder;
    private static FreshDatabase database;
    private static Season season;

    /** Of 28 finals all but number 125 were there when the month began: they are calibrated on. */
    @BeforeAll
    static void start() throws Exception {
        Seasons seasons = new Seasons();
        seasons.read();
        season = seasons.get("2027");
        database = FreshDatabase.in(folder);
        database.run(
                "insert into tenant values (1, 'north', 'North', 'America/New_York'), (11, 'south',"
                        + " 'South', 'America/New_York')",
                "insert into site values (2, 1, 'S1', 'North', '1 Main St', 'Ann Arbor', 'MI',"
                        + " '48104', null, 'America/Detroit'), (12, 1, 'S2', 'South', '1 Main St',"
                        + " 'Ann Arbor', 'MI', '48104', null, 'America/Detroit')",
                "insert into preceptor values (3, 1, '1234567893', 'Ana Ruiz', 'MD', null, 'IM',"
                        + " 'ana@x', null, 2), (13, 1, '1234567894', 'Eva Sole', 'MD', null, 'IM',"
                        + " 'eva@x', null, 2)",
                "insert into learner values (4, 1, 'L1', 'Ada Osei', null, 'ada@x', null, 'Accra',"
                        + " 'STUDENT'), (5, 1, 'L2', 'Bo Li', null, 'bo@x', null, 'Accra', 'STUDENT')",
                "insert into rotation select i, 1, 'R' || i, 4, case when i > 125 then 13 else 3 end,"
                        + " case when i > 125 then 12 else 2 end, 'ELECTIVE', 'IM', 'INPATIENT',"
                        + " '2026-08-01', '2026-08-28', 40 from generate_series(101, 130) i",
                "insert into evaluation (id, tenant_id, rotation_id, learner_id, preceptor_id, phase,"
                        + " form, form_version, status, started_at, saved_at, submitted_at, version)"
                        + " select i + 100, 1, i, 4, case when i > 125 then 13 else 3 end, 'FINAL', 'x',"
                        + " 1, 'SUBMITTED', now(), now(), case i when 125 then timestamptz '2026-09-10'"
                        + " else '2026-08-30' end, 1 from generate_series(101, 128) i",
                "insert into duty (id, tenant_id, rotation_id, learner_id, preceptor_id,"
                        + " roster_preceptor_id, site_id, phase, opens_on, ends_on, due_at, state,"
                        + " closed_at) values (50, 1, 130, 4, 3, 3, 2, 'FINAL', '2026-08-21',"
                        + " '2026-08-28', '2026-09-12', 'INSUFFICIENT_CONTACT', '2026-09-02')");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void everyColumnAReportIsMadeOfMovesItsKey() {
        Columns columns = new Columns(database, SubjectsTest::keys);
        columns.of("rotation", "id = 125")
                .moves("site_id", "12")
                .moves("end_date", "'2026-08-27'")
                .names("whose it is", "id", "tenant_id")
                .leaves("the evaluation's own count", "learner_id", "preceptor_id")
                .leaves("in no figure", "code", "type", "specialty", "setting", "start_date")
                .leaves("in no figure", "hours_per_week")
                .andNoOther();
        columns.of("evaluation", "id = 225")
                .moves("status", "'DRAFT'")
                .moves("phase", "'MID'")
                .moves("submitted_at", "'2026-09-21'")
                .moves("superseded_by", "224")
                .moves("rotation_id", "129")
                .moves("preceptor_id", "13")
                .moves("tenant_id", "11")
                .names("for the answers, which are final with it (EV-5)", "id")
                .leaves("final once submitted (EV-5)", "learner_id", "form", "form_version")
                .leaves("final once submitted (EV-5)", "straight_line", "amends_id")
                .leaves("in no figure", "started_at", "saved_at", "version", "seconds")
                .leaves("in no figure", "captured_by_card", "observer", "typed_by")
                .leaves("of drafts", "ready_at", "viewed_revision")
                .andNoOther();
        columns.of("duty", "id = 50")
                .moves("state", "'EXCUSED'")
                .moves("phase", "'MID'")
                .moves("closed_at", "'2026-09-21'")
                .moves("ends_on", "'2026-05-01'")
                .moves("preceptor_id", "13")
                .moves("site_id", "12")
                .moves("tenant_id", "11")
                .names("only their number is printed", "id")
                .leaves("only their number is printed", "rotation_id", "learner_id")
                .leaves("in no figure", "roster_preceptor_id", "opens_on", "due_at", "reason")
                .leaves("in no figure", "evaluation_id", "started_at", "snoozed_until", "version")
                .leaves("in no figure", "learner_sort", "preceptor_sort", "search", "lateness")
                .leaves("in no figure", "turnaround")
                .andNoOther();
    }

    @Test
    void aCorrectionOfARotationMovesAllThatItStandsIn() {
        assertThat(moved("update rotation set site_id = 12 where id = 125"))
                .containsExactlyInAnyOrder("COHORT 1", "PRECEPTOR 3", "SITE 2", "SITE 12");
        assertThat(moved("update rotation set site_id = 2 where id = 125")).hasSize(4);
    }

    /** Else reports of two tables would stand side by side (CO-3). */
    @Test
    void aCorrectionOfWhatIsCalibratedOnMovesAll() {
        String all = "update rotation set end_date = '2026-08-%d' where id = 101";
        assertThat(moved(all.formatted(27))).isEqualTo(keys().keySet()).hasSize(5);
        assertThat(moved(all.formatted(28))).hasSize(5);
    }

    /** Keys are made of what records say of themselves. */
    @Test
    void aPlaceSaysItselfAsARecordDoes() {
        record Place(long id, long preceptor, long site, LocalDate ended) {}
        LocalDate day = LocalDate.of(2026, 8, 28);
        assertThat(new Sheets.Place(1, 2, 3, day)).hasToString(new Place(1, 2, 3, day).toString());
    }

    private static Set<String> moved(String statement) {
        Map<String, Sha256> before = keys();
        database.run(statement);
        Map<String, Sha256> after = keys();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.entrySet().removeAll(before.entrySet());
        return after.keySet();
    }

    private static Map<String, Sha256> keys() {
        try (Connection c = database.source().getConnection()) {
            Map<String, Sha256> keys = new TreeMap<>();
            Optional<Calibration> calibration = Calibration.at(c, 1, season, CUTOFF);
            for (Comparison.Subject each : Comparison.subjects(c, 1, season, CUTOFF, calibration)) {
                keys.put(each.kind() + " " + each.id(), each.inputs());
            }
            return keys;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}

package org.preceptorportal.skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.calibration.Calibrations;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.Words;
import org.preceptorportal.shell.database.Columns;
import org.preceptorportal.shell.database.FreshDatabase;
import org.preceptorportal.skills.ReportStamps.Stamped;

/** A stamp that stayed while an input changed would leave an old report in its place. */
class ReportStampsTest {
    private static final Instant CUTOFF = Instant.parse("2026-11-20T07:00:00Z");
    private static final Instant CALIBRATED = Instant.parse("2026-11-01T07:00:00Z");
    private static final String HEX = "a".repeat(64);

    @TempDir static Path folder;
    private static FreshDatabase database;
    private static ReportStamps stamps;
    private static String basis = "1";

    @BeforeAll
    static void start() throws Exception {
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
                "insert into rotation select i, 1, 'R' || i, case i when 8 then 5 else 4 end, 3, 2,"
                        + " 'ELECTIVE', 'IM', 'INPATIENT', '2026-09-01', '2026-09-28', 40"
                        + " from generate_series(6, 10) i",
                evaluation(20, 6, 4, "2026-10-01"),
                evaluation(21, 8, 5, "2026-10-01"),
                "insert into duty (id, tenant_id, rotation_id, learner_id, preceptor_id,"
                        + " roster_preceptor_id, site_id, phase, opens_on, ends_on, due_at, state,"
                        + " closed_at) values (50, 1, 9, 4, 3, 3, 2, 'FINAL', '2026-09-21',"
                        + " '2026-09-28', '2026-10-12', 'INSUFFICIENT_CONTACT', '2026-10-02')",
                "insert into night (id, tenant_id, season, night, trigger, requested_by,"
                        + " requested_at, cutoff, status) values (30, 1, '2027', '2026-11-01',"
                        + " 'REQUESTED', 'Carla', now(), '2026-11-01T07:00:00Z', 'COMPLETED')",
                "insert into run (id, tenant_id, night_id, job, status) values (31, 1, 30, 'x',"
                        + " 'COMPLETED')",
                "insert into blob values ('%s', 0, 0, now())".formatted(HEX));
        stamps =
                new ReportStamps() {
                    @Override
                    String basis(NightRun night, Instant calibrated) {
                        return basis;
                    }
                };
        stamps.database = database.source();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void everyColumnAReportIsMadeOfMovesItsStamp() {
        Columns columns = new Columns(database, () -> stampOf(4));
        columns.of("learner", "id = 4")
                .moves("code", "'L9'")
                .moves("full_name", "'Ada A. Osei'")
                .moves("latin_name", "'Ada'")
                .moves("medical_school", "'Kumasi'")
                .names("whose it is", "id", "tenant_id")
                .leaves("not printed", "email", "aamc_id", "stage")
                .andNoOther();
        columns.of("rotation", "id = 6")
                .moves("specialty", "'FM'")
                .moves("type", "'CLERKSHIP'")
                .moves("end_date", "'2026-09-27'")
                .moves("site_id", "12")
                .names("whose it is", "id", "tenant_id")
                .leaves("the evaluation's own count", "learner_id", "preceptor_id")
                .leaves("not printed", "code", "setting", "start_date", "hours_per_week")
                .andNoOther();
        columns.of("preceptor", "id = 3")
                .moves("full_name", "'Ana R. Ruiz'")
                .moves("credentials", "'PhD'")
                .names("whose it is", "id", "tenant_id")
                .leaves("not printed", "npi", "title", "specialty", "email", "phone", "site_id")
                .andNoOther();
        columns.of("evaluation", "id = 20")
                .moves("status", "'DRAFT'")
                .moves("phase", "'ENCOUNTER'")
                .moves("submitted_at", "'2026-11-21'")
                .moves("superseded_by", "21")
                .moves("learner_id", "5")
                .moves("rotation_id", "10")
                .moves("preceptor_id", "13")
                .moves("tenant_id", "11")
                .names("for the answers, which are final with it (EV-5)", "id")
                .leaves("final once submitted (EV-5)", "form", "form_version", "amends_id")
                .leaves("not printed", "started_at", "saved_at", "version", "straight_line")
                .leaves("not printed", "seconds", "captured_by_card", "observer", "typed_by")
                .leaves("of drafts", "ready_at", "viewed_revision")
                .andNoOther();
        columns.of("duty", "id = 50")
                .moves("state", "'EXCUSED'")
                .moves("phase", "'MID'")
                .moves("closed_at", "'2026-11-21'")
                .moves("learner_id", "5")
                .moves("tenant_id", "11")
                .names("only their number is printed", "id")
                .leaves("only their number is printed", "rotation_id", "preceptor_id")
                .leaves("not printed", "roster_preceptor_id", "site_id", "opens_on", "ends_on")
                .leaves("not printed", "due_at", "evaluation_id", "started_at", "reason")
                .leaves("not printed", "snoozed_until", "learner_sort", "preceptor_sort", "search")
                .leaves("not printed", "lateness", "turnaround", "version")
                .andNoOther();
    }

    @Test
    void aNewEvaluationMovesItsLearnersStampAndNoOther() {
        moves(evaluation(22, 7, 4, "2026-10-05"));
        moves(
                evaluation(23, 7, 4, "2026-10-06").replace("SUBMITTED", "DRAFT"),
                "update evaluation set superseded_by = 23 where id = 22",
                "update evaluation set status = 'SUBMITTED' where id = 23");
        stays(evaluation(24, 9, 4, "2026-11-21"));
    }

    /** What is the same for all: a stamp without it would keep reports of an earlier design. */
    @Test
    void wordingDesignZoneAndCalibrationMoveAll() {
        String one = basis("1", "America/New_York", 1, "Elective");
        assertThat(basis("1", "America/New_York", 1, "Elective")).isEqualTo(one);
        assertThat(basis("2", "America/New_York", 1, "Elective")).isNotEqualTo(one);
        assertThat(basis("1", "America/Detroit", 1, "Elective")).isNotEqualTo(one);
        assertThat(basis("1", "America/New_York", 2, "Elective")).isNotEqualTo(one);
        assertThat(basis("1", "America/New_York", 1, "An elective")).isNotEqualTo(one);
    }

    private static String basis(String version, String zone, long stratum, String type) {
        ReportStamps real = new ReportStamps();
        real.making =
                new SkillReportMaking() {
                    @Override
                    String version() {
                        return version;
                    }
                };
        real.tenants =
                new Tenants() {
                    @Override
                    public Tenant get(long id) {
                        return new Tenant("north", "North", ZoneId.of(zone), false);
                    }
                };
        real.calibrations =
                new Calibrations() {
                    @Override
                    public Set<Long> strata(long tenant, String season, Instant cutoff) {
                        assertThat(cutoff).isEqualTo(CALIBRATED);
                        return Set.of(stratum);
                    }
                };
        real.words =
                new Words() {
                    @Override
                    public String say(String room, String key, Object... arguments) {
                        return key.equals("type.ELECTIVE") ? type : key;
                    }
                };
        return real.basis(run(), CALIBRATED);
    }

    @Test
    void aPreceptorsNameMovesAll() {
        List<Stamped> before = all();
        database.run("update preceptor set credentials = 'DO' where id = 3");
        assertThat(all()).doesNotContainAnyElementsOf(before);
        List<Stamped> again = all();
        basis = "2";
        assertThat(all()).doesNotContainAnyElementsOf(again);
    }

    @Test
    void isCurrentWhereTheNewestReportHasIt() {
        String stamp = all().get(1).stamp();
        String row =
                "insert into skill_report (id, tenant_id, learner_id, input_key, pdf_sha256,"
                        + " csv_sha256, evaluations, data_cutoff, run_id, made_at, stamp) values (%d, 1,"
                        + " 5, '%s', '%s', '%s', 1, now(), 31, now(), '%s')";
        database.run(row.formatted(40, "b".repeat(64), HEX, HEX, stamp));
        assertThat(all().get(1).current()).isTrue();
        assertThat(all().get(0).current()).isFalse();
        database.run(row.formatted(41, "c".repeat(64), HEX, HEX, HEX));
        assertThat(all().get(1).current()).isFalse();
        // A later night's report is not this night's newest.
        database.run(
                "insert into night (id, tenant_id, season, night, trigger, requested_by,"
                        + " requested_at, cutoff, status) values (32, 1, '2027', '2026-12-01',"
                        + " 'REQUESTED', 'Carla', now(), '2026-12-01T07:00:00Z', 'COMPLETED')",
                "insert into run (id, tenant_id, night_id, job, status) values (33, 1, 32, 'x',"
                        + " 'COMPLETED')",
                row.formatted(42, "d".repeat(64), HEX, HEX, stamp)
                        .replace("31, now()", "33, now()"));
        assertThat(all().get(1).current()).isFalse();
    }

    private static void moves(String... statements) {
        List<Stamped> before = all();
        database.run(statements);
        List<Stamped> after = all();
        assertThat(after.get(0)).as(statements[0]).isNotEqualTo(before.get(0));
        assertThat(after.get(1)).isEqualTo(before.get(1));
        assertThat(stampOf(4)).isEqualTo(after.get(0).stamp());
    }

    private static void stays(String statement) {
        List<Stamped> before = all();
        database.run(statement);
        assertThat(all()).isEqualTo(before);
    }

    /** Null where the learner has no final. */
    private static String stampOf(long learner) {
        return stamps.of(run(), CALIBRATED, List.of(learner)).get(learner);
    }

    private static List<Stamped> all() {
        List<Stamped> all = stamps.of(run(), CALIBRATED);
        assertThat(all).extracting(Stamped::learnerId).containsExactly(4L, 5L);
        return all;
    }

    private static NightRun run() {
        return new NightRun(1, 1, "x", 1, "2027", LocalDate.of(2026, 11, 20), CUTOFF, 1, 0, false);
    }

    private static String evaluation(long id, long rotation, long learner, String submitted) {
        return "insert into evaluation (id, tenant_id, rotation_id, learner_id, preceptor_id, phase,"
                + " form, form_version, status, started_at, saved_at, submitted_at, version) values"
                + " (%d, 1, %d, %d, 3, 'FINAL', 'x', 1, 'SUBMITTED', now(), now(), '%s', 1)"
                        .formatted(id, rotation, learner, submitted);
    }
}

package org.preceptorportal.skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.shell.database.FreshDatabase;
import org.preceptorportal.skills.ReportStamps.Stamped;

/** A stamp that stayed while an input changed would leave an old report in its place. */
class ReportStampsTest {
    private static final Instant CUTOFF = Instant.parse("2026-11-20T07:00:00Z");
    private static final String HEX = "a".repeat(64);

    @TempDir static Path folder;
    private static FreshDatabase database;
    private static ReportStamps stamps;
    private static String basis = "1";

    @BeforeAll
    static void start() throws Exception {
        database = FreshDatabase.in(folder);
        database.run(
                "insert into tenant values (1, 'north', 'North', 'America/New_York')",
                "insert into site values (2, 1, 'S1', 'North', '1 Main St', 'Ann Arbor', 'MI',"
                        + " '48104', null, 'America/Detroit'), (12, 1, 'S2', 'South', '1 Main St',"
                        + " 'Ann Arbor', 'MI', '48104', null, 'America/Detroit')",
                "insert into preceptor values (3, 1, '1234567893', 'Ana Ruiz', 'MD', null, 'IM',"
                        + " 'ana@x', null, 2)",
                "insert into learner values (4, 1, 'L1', 'Ada Osei', null, 'ada@x', null, 'Accra',"
                        + " 'STUDENT'), (5, 1, 'L2', 'Bo Li', null, 'bo@x', null, 'Accra', 'STUDENT')",
                "insert into rotation select i, 1, 'R' || i, case i when 8 then 5 else 4 end, 3, 2,"
                        + " 'ELECTIVE', 'IM', 'INPATIENT', '2026-09-01', '2026-09-28', 40"
                        + " from generate_series(6, 9) i",
                evaluation(20, 6, 4, "2026-10-01"),
                evaluation(21, 8, 5, "2026-10-01"),
                "insert into night (id, tenant_id, season, night, trigger, requested_by,"
                        + " requested_at, cutoff, status) values (30, 1, '2027', '2026-11-01',"
                        + " 'REQUESTED', 'Carla', now(), '2026-11-01T07:00:00Z', 'COMPLETED')",
                "insert into run (id, tenant_id, night_id, job, status) values (31, 1, 30, 'x',"
                        + " 'COMPLETED')",
                "insert into blob values ('%s', 0, 0, now())".formatted(HEX));
        stamps =
                new ReportStamps() {
                    @Override
                    String basis(NightRun night) {
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
    void everythingAReportIsMadeOfMovesItsLearnersStampAndNoOther() {
        moves("update learner set full_name = 'Ada A. Osei' where id = 4");
        moves("update learner set latin_name = 'Ada' where id = 4");
        moves("update learner set code = 'L9' where id = 4");
        moves("update learner set medical_school = 'Kumasi' where id = 4");
        moves("update rotation set specialty = 'FM' where id = 6");
        moves("update rotation set type = 'CLERKSHIP' where id = 6");
        moves("update rotation set end_date = '2026-09-27' where id = 6");
        moves("update rotation set site_id = 12 where id = 6");
        moves(evaluation(22, 7, 4, "2026-10-05"));
        moves(
                evaluation(23, 7, 4, "2026-10-06").replace("SUBMITTED", "DRAFT"),
                "update evaluation set superseded_by = 23 where id = 22",
                "update evaluation set status = 'SUBMITTED' where id = 23");
        stays("update learner set email = 'other@x' where id = 4");
        stays(evaluation(24, 9, 4, "2026-11-21"));
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
    }

    private static void moves(String... statements) {
        List<Stamped> before = all();
        database.run(statements);
        List<Stamped> after = all();
        assertThat(after.get(0)).as(statements[0]).isNotEqualTo(before.get(0));
        assertThat(after.get(1)).isEqualTo(before.get(1));
        assertThat(stamps.of(run(), List.of(4L))).containsValue(after.get(0).stamp());
    }

    private static void stays(String statement) {
        List<Stamped> before = all();
        database.run(statement);
        assertThat(all()).isEqualTo(before);
    }

    private static List<Stamped> all() {
        List<Stamped> all = stamps.of(run(), 0, Long.MAX_VALUE);
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

package org.preceptorportal.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.binding.ProgramStamps.Stamped;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.reports.ApplicantFilePrinter;
import org.preceptorportal.season.LetterPractice;
import org.preceptorportal.season.LetterPractices;
import org.preceptorportal.season.PacketPractices;
import org.preceptorportal.season.PacketRules;
import org.preceptorportal.season.PacketRules.ApplicantOrder;
import org.preceptorportal.season.PacketRules.Holds;
import org.preceptorportal.season.PacketRules.LetterOrder;
import org.preceptorportal.season.PacketRules.Part;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Words;
import org.preceptorportal.shell.database.Columns;
import org.preceptorportal.shell.database.FreshDatabase;

/** A stamp that stayed while an input changed would leave an old packet on a program's shelf. */
class ProgramStampsTest {
    private static final Instant CUTOFF = Instant.parse("2026-11-20T07:00:00Z");
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);
    private static final String LATER = "'2026-11-21'";

    /** Those that refer to others first. */
    private static final List<String> FILLED =
            List.of(
                    "letter_upload",
                    "letter_release",
                    "signed_letter",
                    "letter",
                    "skill_report",
                    "run",
                    "night",
                    "blob",
                    "rotation",
                    "program",
                    "learner",
                    "preceptor",
                    "site",
                    "tenant");

    @TempDir static Path folder;
    private static FreshDatabase database;
    private static ProgramStamps stamps;
    private static String basis = "1";

    @BeforeAll
    static void start() throws Exception {
        database = FreshDatabase.in(folder);
        stamps =
                new ProgramStamps() {
                    @Override
                    String basis(NightRun night) {
                        return basis;
                    }
                };
        stamps.database = database.source();
    }

    @BeforeEach
    void fill() {
        database.run("alter table signed_letter disable trigger user");
        for (String table : FILLED) {
            database.run("delete from " + table);
        }
        database.run(
                "insert into tenant values (1, 'north', 'North', 'America/New_York'), (11, 'south',"
                        + " 'South', 'America/New_York')",
                "insert into site values (2, 1, 'S1', 'North', '1 Main St', 'Ann Arbor', 'MI',"
                        + " '48104', null, 'America/Detroit')",
                "insert into preceptor values (3, 1, '1234567893', 'Ana Ruiz', 'MD', null, 'IM',"
                        + " 'ana@x', null, 2)",
                "insert into learner values (4, 1, 'L1', 'Ada Osei', null, 'ada@x', '12345678',"
                        + " 'Accra', 'STUDENT'), (5, 1, 'L2', 'Bo Li', null, 'bo@x', null, 'Accra',"
                        + " 'STUDENT')",
                "insert into rotation select i, 1, 'R' || i, least(i - 2, 5), 3, 2, 'ELECTIVE', 'IM',"
                        + " 'INPATIENT', '2026-09-01', '2026-09-28', 40 from generate_series(6, 8) i",
                "insert into program select i, 1, 'P' || i, 'Medicine', 'North Hospital', 'IM',"
                        + " 'Ann Arbor', 'MI', 'DIRECT' from generate_series(8, 10) i",
                "insert into blob values ('%s', 0, 0, now()), ('%s', 0, 0, now())".formatted(A, B),
                letter(20, 6, 4),
                letter(21, 7, 5),
                letter(22, 8, 5),
                "insert into signed_letter (id, tenant_id, letter_id, number, state, author_name,"
                        + " learner_name, signed_at, meaning, verify_code, original_sha256,"
                        + " upload_sha256, kind, source) select i + 10, 1, i, 1, 'CURRENT',"
                        + " 'Ana Ruiz, MD', 'Ada Osei', '2026-10-20', 'author', 'CODE-' || i,"
                        + " '%1$s', '%1$s', 'WORDS', '' from generate_series(20, 21) i"
                                .formatted(A),
                "insert into letter_release (id, tenant_id, letter_id, learner_id, program_id, season,"
                        + " with_report, released_at, channel) values"
                        + " (40, 1, 20, 4, 8, '2027', true, '2026-10-21', 'DIRECT'),"
                        + " (41, 1, 21, 5, 9, '2027', false, '2026-10-21', 'DIRECT')",
                "insert into letter_upload values (45, 1, 20, 30, 'DIRECT', '2026-10-22', 'Ana',"
                        + " '2026-10-22')",
                night(50, "2026-11-01"),
                night(52, "2026-11-05"),
                report(60, B, A, 51));
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void everyColumnAPacketIsMadeOfMovesItsStamp() {
        Columns columns = new Columns(database, () -> stampOf(8));
        columns.of("program", "id = 8")
                .moves("name", "'Surgery'")
                .moves("institution", "'South Hospital'")
                .moves("specialty", "'FM'")
                .moves("channel", "'ERAS'")
                .names("whose it is", "id", "tenant_id")
                .leaves("not printed", "code", "city", "state")
                .andNoOther();
        columns.of("learner", "id = 4")
                .moves("code", "'L9'")
                .moves("full_name", "'Ada A. Osei'")
                .moves("latin_name", "'Ada'")
                .moves("aamc_id", "'12345679'")
                .moves("medical_school", "'Kumasi'")
                .names("whose it is", "id", "tenant_id")
                .leaves("not printed", "email", "stage")
                .andNoOther();
        columns.of("letter", "id = 20")
                .moves("waived", "false")
                .moves("status", "'WITHDRAWN'")
                .names("whose it is", "id", "tenant_id")
                .leaves("the release's own counts", "learner_id")
                .leaves("the signed version's own counts", "preceptor_id", "signed_at", "body")
                .leaves("not printed", "rotation_id", "specialty", "purpose", "note", "deadline")
                .leaves("not printed", "waiver_text", "waiver_signature", "waived_at")
                .leaves("not printed", "decline_reason", "requested_at", "opened_at", "decided_at")
                .leaves("not printed", "saved_at", "version", "kind", "chair", "letterhead_id")
                .leaves("not printed", "context_hidden", "taken_from", "saved_by")
                .andNoOther();
        columns.of("signed_letter", "id = 30")
                .moves("letter_id", "22")
                .moves("state", "'SUPERSEDED'")
                .moves("author_name", "'Ana R. Ruiz, MD'")
                .moves("signed_at", "'2026-10-19'")
                .moves("verify_code", "'CODE-9'")
                .moves("original_sha256", "'" + B + "'")
                .moves("upload_sha256", "'" + B + "'")
                .names("whose it is", "id", "tenant_id")
                .leaves("in the files, which are there by their hashes", "learner_name", "meaning")
                .leaves("in the files, which are there by their hashes", "round_id", "words")
                .leaves("in the files, which are there by their hashes", "kind", "source", "plain")
                .leaves("in the files, which are there by their hashes", "source_sha256")
                .leaves("counts where the state is another, see below", "ended_at")
                .leaves("not printed", "number", "end_reason")
                .andNoOther();
        columns.of("letter_release", "id = 40")
                .moves("letter_id", "21")
                .moves("learner_id", "5")
                .moves("program_id", "10")
                .moves("season", "'2026'")
                .moves("with_report", "false")
                .moves("released_at", "'2026-10-23'")
                .moves("channel", "'ERAS'")
                .moves("tenant_id", "11")
                .names("orders the letters, and is in it", "id")
                .andNoOther();
        columns.of("letter_upload", "id = 45")
                .moves("letter_id", "21")
                .moves("channel", "'ERAS'")
                .moves("recorded_at", LATER)
                .leaves("written once, and in it by its id", "uploaded_on", "recorded_by")
                .leaves("the letter counts", "signed_letter_id")
                .names("whose it is", "id", "tenant_id")
                .andNoOther();
        columns.of("skill_report", "id = 60")
                .moves("pdf_sha256", "'" + B + "'")
                .moves("learner_id", "5")
                .names("whose it is", "id", "tenant_id")
                .names("which is the newest, see below", "run_id")
                .leaves("bound is the file", "input_key", "csv_sha256", "evaluations")
                .leaves("bound is the file", "data_cutoff", "made_at", "stamp")
                .andNoOther();
    }

    @Test
    void whatComesAndGoesMovesItsProgramAndNoOther() {
        stays(
                "insert into letter_release (id, tenant_id, letter_id, learner_id, program_id, season,"
                        + " with_report, released_at, channel) values (42, 1, 21, 5, 8, '2027', false, %s,"
                                .formatted(LATER)
                        + " 'DIRECT')");
        moves("update letter_release set released_at = '2026-10-25' where id = 42");
        moves("delete from letter_release where id = 42");
        // A newer version, before and after the cut-off.
        stays(
                "update signed_letter set state = 'SUPERSEDED', ended_at = %s where id = 30"
                        .formatted(LATER));
        stays(second(LATER));
        database.run("delete from signed_letter where id = 33");
        moves("update signed_letter set ended_at = '2026-11-10' where id = 30");
        moves(second("'2026-11-10'"));
        // Another upload.
        moves(
                "insert into letter_upload values (46, 1, 20, 33, 'DIRECT', '2026-11-11', 'Ana',"
                        + " '2026-11-11')");
        stays(
                "insert into letter_upload values (47, 1, 20, 33, 'ERAS', '2026-11-12', 'Ana',"
                        + " '2026-11-12')");
        // The report of a later night of those up to the cut-off, and of one after it.
        moves(report(61, A, B, 53));
        stays(night(54, "2026-11-25"), report(62, "c".repeat(64), A, 55));
    }

    @Test
    void aReportThatWasNotReleasedIsNone() {
        SortedMap<Long, Stamped> before = all();
        database.run(report(63, "d".repeat(64), A, 53).replace(" 4, '", " 5, '"));
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void theSameAsPacketsAreReadBy() {
        assertThat(all().values()).extracting(Stamped::programId).containsExactly(8L, 9L);
        assertThat(all().values()).extracting(Stamped::applicants).containsExactly(1, 1);
        assertThat(stamps.of(run(), List.of(9L, 10L))).hasSize(1).containsValue(all().get(9L));
    }

    @Test
    void whatIsTheSameForAllMovesAll() {
        String before = stampOf(8);
        basis = "2";
        assertThat(stampOf(8)).isNotEqualTo(before);
        basis = "1";
        assertThat(stampOf(8)).isEqualTo(before);
    }

    /** A stamp without these would keep packets of earlier rules, wording or layout. */
    @Test
    void rulesWordingAndDesignAreInTheBasis() {
        Basis one = new Basis();
        assertThat(new Basis().value()).isEqualTo(one.value());
        assertThat(new Basis().design("2").value()).isNotEqualTo(one.value());
        assertThat(new Basis().word("index.version").value()).isNotEqualTo(one.value());
        assertThat(new Basis().word("standing.open").value()).isNotEqualTo(one.value());
        assertThat(new Basis().word("standing.done").value()).isNotEqualTo(one.value());
        assertThat(new Basis().word("standing.other").value()).isNotEqualTo(one.value());
        for (String word : List.of("part.letter", "part.report", "missing.report")) {
            assertThat(new Basis().word(word).value()).as(word).isNotEqualTo(one.value());
        }
        assertThat(new Basis().service("ERAS of the AAMC").value()).isNotEqualTo(one.value());
        assertThat(new Basis().season("2028").value()).isNotEqualTo(one.value());
        List<Part> parts = List.of(Part.LETTERS, Part.REPORT);
        Map<String, Holds> holds = Map.of("DIRECT", new Holds(true, true));
        assertThat(
                        new Basis()
                                .rules(ApplicantOrder.AAMC_ID, LetterOrder.SIGNED, parts, holds)
                                .value())
                .isNotEqualTo(one.value());
        assertThat(new Basis().rules(ApplicantOrder.NAME, LetterOrder.AUTHOR, parts, holds).value())
                .isNotEqualTo(one.value());
        assertThat(
                        new Basis()
                                .rules(
                                        ApplicantOrder.NAME,
                                        LetterOrder.SIGNED,
                                        List.of(Part.REPORT, Part.LETTERS),
                                        holds)
                                .value())
                .isNotEqualTo(one.value());
        assertThat(
                        new Basis()
                                .rules(
                                        ApplicantOrder.NAME,
                                        LetterOrder.SIGNED,
                                        parts,
                                        Map.of("DIRECT", new Holds(true, false)))
                                .value())
                .isNotEqualTo(one.value());
    }

    /** The real one, one thing of it changed. */
    private static final class Basis {
        private final ProgramStamps real = new ProgramStamps();
        private String season = "2027";

        Basis() {
            real.seasons = new Seasons();
            real.seasons.read();
            design("1");
            word("none");
            service("ERAS");
            rules(
                    ApplicantOrder.NAME,
                    LetterOrder.SIGNED,
                    List.of(Part.LETTERS, Part.REPORT),
                    Map.of("DIRECT", new Holds(true, true)));
        }

        Basis season(String code) {
            season = code;
            return this;
        }

        Basis design(String version) {
            real.printer =
                    new ApplicantFilePrinter() {
                        @Override
                        public String version() {
                            return version;
                        }
                    };
            return this;
        }

        Basis word(String changed) {
            real.words =
                    new Words() {
                        @Override
                        public String say(String room, String key, Object... arguments) {
                            return key.equals(changed) ? "another" : key;
                        }
                    };
            return this;
        }

        Basis service(String name) {
            LetterPractice.Channel eras =
                    new LetterPractice.Channel("ERAS", name, name, "", List.of("one"), "");
            real.services =
                    new LetterPractices() {
                        @Override
                        public LetterPractice of(String code) {
                            return new LetterPractice("2027", 4, 2, 7, 1, 1, List.of(eras));
                        }
                    };
            return this;
        }

        Basis rules(
                ApplicantOrder applicants,
                LetterOrder letters,
                List<Part> parts,
                Map<String, Holds> channels) {
            real.practices =
                    new PacketPractices() {
                        @Override
                        public PacketRules of(String code) {
                            return new PacketRules("2027", applicants, letters, parts, channels);
                        }
                    };
            return this;
        }

        String value() {
            return real.basis(run(season));
        }
    }

    private static void moves(String... statements) {
        SortedMap<Long, Stamped> before = all();
        database.run(statements);
        SortedMap<Long, Stamped> after = all();
        assertThat(after.get(8L)).as(statements[0]).isNotEqualTo(before.get(8L));
        assertThat(after.get(9L)).isEqualTo(before.get(9L));
    }

    private static void stays(String... statements) {
        SortedMap<Long, Stamped> before = all();
        database.run(statements);
        assertThat(all()).isEqualTo(before);
    }

    private static SortedMap<Long, Stamped> all() {
        return stamps.of(run());
    }

    /** Null where the program has no applicant. */
    private static String stampOf(long program) {
        Stamped found = stamps.of(run(), List.of(program)).get(program);
        return found == null ? null : found.stamp();
    }

    private static NightRun run() {
        return run("2027");
    }

    private static NightRun run(String season) {
        return new NightRun(1, 1, "x", 1, season, LocalDate.of(2026, 11, 20), CUTOFF, 1, 0, false);
    }

    private static String letter(long id, long rotation, long learner) {
        return "insert into letter (id, tenant_id, learner_id, preceptor_id, rotation_id, specialty,"
                + " purpose, waived, waiver_text, waiver_signature, waived_at, status, requested_at,"
                + " version) values (%d, 1, %d, 3, %d, 'IM', 'residency', true, '1', 'Ada',"
                        .formatted(id, learner, rotation)
                + " '2026-10-01', 'SIGNED', '2026-10-01', 1)";
    }

    private static String second(String signedAt) {
        return "insert into signed_letter (id, tenant_id, letter_id, number, state, author_name,"
                + " learner_name, signed_at, meaning, verify_code, original_sha256, upload_sha256,"
                + " kind, source) values (33, 1, 20, 2, 'CURRENT', 'Ana Ruiz, MD', 'Ada Osei', %s,"
                        .formatted(signedAt)
                + " 'author', 'CODE-33', '%s', '%s', 'WORDS', '')".formatted(B, B);
    }

    /** Night and, by the next id, its run. */
    private static String night(long id, String day) {
        return "insert into night (id, tenant_id, season, night, trigger, requested_by, requested_at,"
                + " cutoff, status) values (%1$d, 1, '2027', '%2$s', 'REQUESTED', 'Carla', now(),"
                        .formatted(id, day)
                + " '%sT07:00:00Z', 'COMPLETED');".formatted(day)
                + " insert into run (id, tenant_id, night_id, job, status) values (%d, 1, %d, 'x',"
                        .formatted(id + 1, id)
                + " 'COMPLETED')";
    }

    private static String report(long id, String key, String pdf, long run) {
        return "insert into skill_report (id, tenant_id, learner_id, input_key, pdf_sha256,"
                + " csv_sha256, evaluations, data_cutoff, run_id, made_at) values (%d, 1, 4, '%s',"
                        .formatted(id, key)
                + " '%s', '%s', 1, now(), %d, now())".formatted(pdf, A, run);
    }
}

package org.preceptorportal.bench.inside;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.preceptorportal.reports.Block;
import org.preceptorportal.reports.Fact;
import org.preceptorportal.reports.LetterBody;
import org.preceptorportal.reports.LetterPage;
import org.preceptorportal.reports.LetterPrinter;
import org.preceptorportal.reports.Letterhead;
import org.preceptorportal.reports.Paragraph;
import org.preceptorportal.reports.Run;
import org.preceptorportal.reports.SignedBy;
import org.preceptorportal.reports.VerifyLine;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Blobs;

/**
 * Institutions of any size: copies of the demo season's by SQL, each learner with two letters, which
 * are drawn for it. Preceptors grow with learners, and each sees learners of two copies, so that all
 * are linked.
 */
@ApplicationScoped
public class NightWorld {
    private static final String[] COPIED = {
        "tenant", "site", "preceptor", "program", "learner", "rotation", "evaluation",
        "evaluation_answer", "letter", "signed_letter", "letter_release"
    };

    // Locks take an institution's and a program's id as an int.
    private static final long INSTITUTION = 200_000_000;
    private static final long COPY = 2_000_000;
    private static final long LETTERS = 150_000_000;

    private static final int LEARNERS_OF_A_PROGRAM = 50;
    private static final int LETTERS_OF_ONE = 2;
    private static final int AT_ONCE = 200;

    private static final String WORDS =
            "On the first morning the applicant had read every chart before rounds, and by the second"
                    + " week carried six patients with an accuracy that I expect from an intern."
                    + " Presentations were ordered, honest about what was not known, and ended with a"
                    + " plan. When a patient with decompensated cirrhosis refused a procedure, it was"
                    + " the applicant who sat down, listened, and found out that he was afraid of"
                    + " dying as his brother had. Among the 38 learners I have supervised in the last"
                    + " three years, the applicant stands among the best five.";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Blobs blobs;
    @Inject LetterPrinter letters;
    @Inject NightWorld self;

    /**
     * How large an institution came out.
     *
     * @param evaluations finals and middles
     */
    record Size(long learners, long evaluations, long letters, long programs, long preceptors) {}

    /**
     * Makes an institution of about so many learners.
     *
     * @param number from 1; what keeps it apart from others
     * @return its id
     */
    long institution(int number, int learners) throws SQLException {
        long demo = number("select min(id) from tenant");
        if (number("select max(id) from evaluation where tenant_id = " + demo) >= COPY) {
            throw new IllegalStateException("the demo season's ids are too large to be copied");
        }
        long base = number * INSTITUTION;
        long people = number("select count(*) from learner where tenant_id = " + demo);
        long copies = Math.max(1, Math.round((double) learners / people));
        long programs = Math.max(1, copies * people / LEARNERS_OF_A_PROGRAM);
        for (String table : COPIED) {
            sql("alter table %s disable trigger user", table);
        }
        String all = "t.tenant_id = " + demo;
        copy("tenant", "t.id = " + demo, 1, base, "'id', t.id + own, 'code', t.code || own");
        copy("site", all, copies, base, own("'code', t.code || 'x' || i"));
        copy(
                "preceptor",
                all,
                copies,
                base,
                own(
                        "'npi', lpad((t.id + own - %d)::text, 10, '0'), 'email', i || '.' || t.email,"
                                        .formatted(base)
                                + " 'site_id', t.site_id + own"));
        sql(
                "insert into program select (jsonb_populate_record(t, jsonb_build_object('id', %d + i,"
                        + " 'tenant_id', t.tenant_id + %d, 'code', (1500000000 + i)::text,"
                        + " 'channel', 'DIRECT', 'name', t.name || ' ' || i))).* from program t,"
                        + " generate_series(1, %d) i where t.id = (select min(id) from program where"
                        + " tenant_id = %d)",
                base,
                base,
                programs,
                demo);
        copy(
                "learner",
                all,
                copies,
                base,
                own("'code', t.code || 'x' || i, 'email', i || '.' || t.email"));
        // Half of the rotations are with the preceptors of another copy.
        String who =
                "'learner_id', t.learner_id + own, 'preceptor_id', t.preceptor_id + case %s %% 2 when 0"
                        + " then own else next end, ";
        copy(
                "rotation",
                all,
                copies,
                base,
                own(
                        who.formatted("t.id")
                                + "'code', t.code || 'x' || i, 'site_id', t.site_id + case t.id % 2"
                                + " when 0 then own else next end"));
        String evaluations =
                "t.status = 'SUBMITTED' and t.superseded_by is null and t.tenant_id = " + demo;
        copy(
                "evaluation",
                evaluations,
                copies,
                base,
                own(
                        who.formatted("t.rotation_id")
                                + "'rotation_id', t.rotation_id + own, 'amends_id', null,"
                                + " 'captured_by_card', null"));
        sql(
                "insert into evaluation_answer (evaluation_id, question, value, revision, saved_at)"
                        + " select a.evaluation_id + i * %d + %d, a.question, a.value, a.revision,"
                        + " a.saved_at from evaluation_answer a join evaluation t"
                        + " on t.id = a.evaluation_id, generate_series(0, %d) i where %s",
                COPY,
                base,
                copies - 1,
                evaluations);
        letters(demo, base + demo, base, programs);
        for (String table : COPIED) {
            sql("alter table %s enable trigger user", table);
        }
        sql("analyze");
        return base + demo;
    }

    Size size(long tenant) throws SQLException {
        String of = " where tenant_id = " + tenant;
        return new Size(
                number("select count(*) from learner" + of),
                number("select count(*) from evaluation" + of),
                number("select count(*) from signed_letter" + of),
                number("select count(*) from program" + of),
                number("select count(*) from preceptor" + of));
    }

    /** The school of one learner in a hundred, scattered; reports, files, packets show it. */
    void change(long tenant) throws SQLException {
        sql(
                "update learner set medical_school = medical_school || ', Campus 2' where tenant_id = %d"
                        + " and hashint8(id) %% 100 = 0",
                tenant);
    }

    private static String own(String columns) {
        return "'id', t.id + own, 'tenant_id', t.tenant_id + base, " + columns;
    }

    /** Copies rows with some columns changed, whatever columns a table has. */
    private void copy(String table, String which, long copies, long base, String columns)
            throws SQLException {
        sql(
                "insert into %1$s select (jsonb_populate_record(t, jsonb_build_object(%2$s))).* from"
                        + " %1$s t, (select i, %3$d as base, %3$d + i * %4$d as own,"
                        + " %3$d + (i + 1) %% %5$d * %4$d as next from generate_series(0, %5$d - 1) i) o"
                        + " where %6$s",
                table,
                columns,
                base,
                COPY,
                copies,
                which);
    }

    /** Two letters for each learner, released with the report to one program. */
    private void letters(long demo, long tenant, long base, long programs) throws SQLException {
        String template =
                "(select min(s.id) from signed_letter s join letter l on l.id = s.letter_id where"
                        + " s.state = 'CURRENT' and l.kind = 'WORDS' and s.tenant_id = %d)"
                                .formatted(demo);
        sql(
                "create table if not exists bench_chosen (id bigint, learner bigint, rotation bigint,"
                        + " preceptor bigint, program bigint, name text, sha256 char(64))");
        sql("truncate bench_chosen");
        sql(
                "insert into bench_chosen select %d + row_number() over (order by r.learner_id, r.id),"
                        + " r.learner_id, r.id, r.preceptor_id, %d + 1 + learner_number %% %d,"
                        + " l.full_name from (select *, row_number() over (partition by learner_id order"
                        + " by id) as place, dense_rank() over (order by learner_id) as learner_number"
                        + " from rotation where tenant_id = %d) r join learner l on l.id = r.learner_id"
                        + " where place <= %d",
                base + LETTERS,
                base,
                programs,
                tenant,
                LETTERS_OF_ONE);
        sql(
                "insert into letter select (jsonb_populate_record(t, jsonb_build_object('id', c.id,"
                        + " 'tenant_id', %d, 'learner_id', c.learner, 'preceptor_id', c.preceptor,"
                        + " 'rotation_id', c.rotation, 'letterhead_id', null, 'taken_from', null))).*"
                        + " from letter t, bench_chosen c where t.id = (select letter_id from"
                        + " signed_letter where id = %s)",
                tenant,
                template);
        draw();
        sql(
                "insert into signed_letter select (jsonb_populate_record(t, jsonb_build_object('id',"
                        + " c.id, 'tenant_id', %d, 'letter_id', c.id, 'learner_name', c.name,"
                        + " 'verify_code', to_char(c.id, 'FM0000\"-\"0000\"-\"0000'), 'original_sha256', c.sha256, 'upload_sha256',"
                        + " c.sha256, 'round_id', null))).* from signed_letter t, bench_chosen c"
                        + " where t.id = %s",
                tenant,
                template);
        sql(
                "insert into letter_release select (jsonb_populate_record(t, jsonb_build_object('id',"
                        + " c.id, 'tenant_id', %d, 'letter_id', c.id, 'learner_id', c.learner,"
                        + " 'program_id', c.program, 'with_report', true, 'channel', 'DIRECT'))).*"
                        + " from letter_release t, bench_chosen c where t.id = (select min(id) from"
                        + " letter_release where tenant_id = %d)",
                tenant,
                demo);
    }

    private record Chosen(long id, String learner) {}

    private void draw() throws SQLException {
        List<Chosen> all = new ArrayList<>();
        try (Connection c = database.getConnection();
                Statement select = c.createStatement();
                ResultSet row =
                        select.executeQuery("select id, name from bench_chosen order by id")) {
            while (row.next()) {
                all.add(new Chosen(row.getLong(1), row.getString(2)));
            }
        }
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            self.keep(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }

    /** One letter is as another but for the learner's name and the code. */
    @Transactional
    public void keep(List<Chosen> some) throws SQLException {
        try (Connection c = database.getConnection();
                PreparedStatement update =
                        c.prepareStatement("update bench_chosen set sha256 = ? where id = ?")) {
            for (Chosen each : some) {
                Blob kept = blobs.put(letters.uploadCopy(page(each)).pdf());
                update.setString(1, kept.sha256().hex());
                update.setLong(2, each.id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static LetterPage page(Chosen chosen) {
        Block paragraph = new Paragraph(List.of(Run.of(WORDS)));
        return new LetterPage(
                LocalDate.of(2026, 11, 22),
                new Letterhead(
                        "Lakeshore Regional Medical Center",
                        List.of("2100 Lake Street", "Chicago, IL 60601"),
                        "(312) 555-0142",
                        null),
                "María Peña-Lindqvist, MD",
                "Associate Program Director, Internal Medicine",
                chosen.learner(),
                null,
                "Internal Medicine",
                new LetterBody(List.of(paragraph, paragraph, paragraph)),
                List.of(new Fact("Role", "Attending physician, direct supervisor")),
                "The applicant has waived the right to see this letter.",
                List.of(
                        new SignedBy(
                                "María Peña-Lindqvist, MD",
                                "Associate Program Director, Internal Medicine",
                                "I wrote this letter and stand by it.",
                                Instant.parse("2026-11-22T22:02:00Z"),
                                ZoneId.of("America/New_York"))),
                new VerifyLine("https://portal.example.org/verify", Long.toString(chosen.id())));
    }

    private void sql(String text, Object... values) throws SQLException {
        try (Connection c = database.getConnection();
                Statement statement = c.createStatement()) {
            statement.executeUpdate(String.format(text, values));
        }
    }

    private long number(String text) throws SQLException {
        try (Connection c = database.getConnection();
                Statement select = c.createStatement();
                ResultSet row = select.executeQuery(text)) {
            row.next();
            return row.getLong(1);
        }
    }
}

package org.preceptorportal.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.database.FreshDatabase;

/** DU-1 to DU-3 and DU-6 on a real database. */
class DutySyncTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static FreshDatabase database;

    @TempDir static Path folder;

    @BeforeAll
    static void start() throws Exception {
        database = FreshDatabase.in(folder);
        database.run(
                "insert into tenant values (1, 'north', 'North', 'America/New_York')",
                "insert into site values (2, 1, 'S1', 'North', '1 Main St', 'Ann Arbor', 'MI', '48104', null, 'America/Detroit')",
                "insert into preceptor values (3, 1, '1234567893', 'Ana Ruiz', 'MD', null, 'IM', 'ana@x', null, 2), (4, 1, '1300451105', 'Zoë Haddad', null, null, 'IM', 'zoe@x', null, 2)",
                "insert into learner values (5, 1, 'L1', 'Łinh Nguyễn', null, 'l@x', null, 'School', 'GRADUATE')");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.run("delete from duty", "delete from rotation", "delete from duty_tally");
    }

    @Test
    void du1_everyRotationOwesAFinalOneDueAtFiveWhereTheSiteIs() throws SQLException {
        rotation("2026-11-02", "2026-11-15");
        sync(TODAY);
        assertThat(ask("count(*)")).isEqualTo("1");
        assertThat(ask("phase, opens_on, ends_on, state, due_at at time zone 'America/Detroit'"))
                .isEqualTo("FINAL 2026-11-08 2026-11-15 OPEN 2026-11-29 17:00:00");
    }

    @Test
    void du1_aLongRotationAlsoOwesAMidOne() throws SQLException {
        rotation("2026-11-16", "2026-12-13");
        sync(TODAY);
        assertThat(
                        database.ask(
                                "select opens_on, due_at at time zone 'America/Detroit' from duty where phase = 'MID'"))
                .isEqualTo("2026-11-30 2026-12-05 17:00:00");
    }

    @Test
    void du3_aMidOneIsMissedWhenTheFinalOneOpens() throws SQLException {
        rotation("2026-11-16", "2026-12-13");
        sync(TODAY);
        sync(LocalDate.of(2026, 12, 6));
        assertThat(database.ask("select state from duty where phase = 'MID'")).isEqualTo("MISSED");
        assertThat(database.ask("select state from duty where phase = 'FINAL'")).isEqualTo("OPEN");
    }

    @Test
    void du3_noMidOneIsMadeTooLate() throws SQLException {
        rotation("2026-10-01", "2026-11-20");
        sync(TODAY);
        assertThat(ask("count(*), min(phase)")).isEqualTo("1 FINAL");
    }

    @Test
    void twiceIsLikeOnce() throws SQLException {
        rotation("2026-11-16", "2026-12-13");
        sync(TODAY);
        String first = ask("string_agg(duty::text, '/' order by id)");
        assertThat(sync(TODAY)).isZero();
        assertThat(ask("string_agg(duty::text, '/' order by id)")).isEqualTo(first);
    }

    @Test
    void followsADateThatWasCorrected() throws SQLException {
        rotation("2026-11-02", "2026-11-15");
        sync(TODAY);
        database.run("update rotation set end_date = '2026-11-18'");
        sync(TODAY);
        assertThat(ask("ends_on, due_at at time zone 'America/Detroit'"))
                .isEqualTo("2026-11-18 2026-12-02 17:00:00");
    }

    @Test
    void du6_goesWithTheRostersPreceptorButKeepsWhatWasHandedOver() throws SQLException {
        rotation("2026-11-02", "2026-11-15");
        sync(TODAY);
        database.run("update duty set preceptor_id = 4");
        sync(TODAY);
        assertThat(ask("preceptor_id, preceptor_sort")).isEqualTo("4 zoe haddad");
        database.run("update duty set preceptor_id = 3, state = 'NOT_MINE', closed_at = now()");
        database.run("update rotation set preceptor_id = 4");
        sync(TODAY);
        assertThat(ask("preceptor_id, state, closed_at")).isEqualTo("4 OPEN null");
    }

    @Test
    void whatHasEndedStaysAsItWas() throws SQLException {
        rotation("2026-11-02", "2026-11-15");
        sync(TODAY);
        database.run(
                "update duty set state = 'SUBMITTED', closed_at = '2026-11-19 02:00+00'",
                "update rotation set end_date = '2026-11-18'");
        sync(TODAY);
        // 19 Nov in London is 18 Nov in Detroit.
        assertThat(ask("ends_on, turnaround")).isEqualTo("2026-11-15 3");
    }

    @Test
    void namesAreFoundAndSortedWithoutAccentsAndFollowTheRoster() throws SQLException {
        rotation("2026-11-02", "2026-11-15");
        sync(TODAY);
        assertThat(ask("learner_sort, preceptor_sort")).isEqualTo("łinh nguyen ana ruiz");
        database.run("update learner set latin_name = 'Linh Nguyen' where id = 5");
        assertThat(ask("learner_sort, search @@ to_tsquery('simple', 'ngu:* & rui:*')"))
                .isEqualTo("linh nguyen t");
    }

    @Test
    void theTallyCountsWhatIsThere() throws SQLException {
        rotation("2026-11-02", "2026-11-15");
        rotation("2026-11-03", "2026-11-15");
        sync(TODAY);
        database.run(
                "update duty set state = 'SUBMITTED', closed_at = '2026-11-19 22:00+00' where id = (select min(id) from duty)");
        fold();
        assertThat(tally("A", 0)).isEqualTo("OPEN null 1/SUBMITTED 4 1");
        assertThat(tally("S", 2)).isEqualTo("OPEN null 1/SUBMITTED 4 1");
        assertThat(tally("P", 3)).isEqualTo("OPEN null 1/SUBMITTED 4 1");
        database.run(
                "update duty set preceptor_id = 4 where state = 'OPEN'",
                "delete from duty where state = 'SUBMITTED'");
        fold();
        assertThat(tally("A", 0)).isEqualTo("OPEN null 1");
        assertThat(tally("P", 3)).isEmpty();
        assertThat(tally("P", 4)).isEqualTo("OPEN null 1");
    }

    private static String tally(String scope, long id) {
        String all =
                database.ask(
                        "select string_agg(state || ' ' || coalesce(turnaround::text, 'null') || ' ' || n, '/' order by state)"
                                + " from duty_tally where tenant_id = 1 and scope = '%s' and scope_id = %d"
                                        .formatted(scope, id));
        return "null".equals(all) ? "" : all;
    }

    private static void fold() throws SQLException {
        try (Connection c = database.source().getConnection();
                PreparedStatement fold = c.prepareStatement(DutySync.FOLD)) {
            fold.setLong(1, 1);
            fold.executeUpdate();
        }
    }

    private static String ask(String columns) {
        return database.ask("select " + columns + " from duty");
    }

    private static void rotation(String start, String end) {
        database.run(
                "insert into rotation select nextval('portal_id'), 1, '%1$s/%2$s', 5, 3, 2, 'ELECTIVE', 'IM', 'inpatient', '%1$s', '%2$s', 40"
                        .formatted(start, end));
    }

    /** What {@link DutySync#bring} does with the database. */
    private static int sync(LocalDate today) throws SQLException {
        Seasons seasons = new Seasons();
        seasons.read();
        List<Season> all = seasons.all();
        try (Connection c = database.source().getConnection();
                PreparedStatement step = c.prepareStatement(DutySync.STEP);
                PreparedStatement miss = c.prepareStatement(DutySync.MISS)) {
            DutySync.fill(c, step, all, today, 1);
            int rows = step.executeUpdate();
            miss.setObject(1, today.atStartOfDay().atOffset(java.time.ZoneOffset.UTC));
            miss.setLong(2, 1);
            miss.setObject(3, today);
            miss.execute();
            return rows;
        }
    }
}

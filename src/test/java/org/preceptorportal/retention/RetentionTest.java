package org.preceptorportal.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.shell.database.FreshDatabase;

/** RT-1 to RT-4 on a real database: what goes, and what tries in vain. */
class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Policy POLICY = new Policy("2026", 90, 30, 2, 2, 400, 30, 24);
    private static final List<String> SEASONS = List.of("2026", "2027");
    private static final List<String> KNOWN = List.of("2025", "2026", "2027");

    @TempDir static Path folder;
    private static FreshDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = FreshDatabase.in(folder);
        database.run(
                "insert into tenant values (1, 'north', 'North', 'America/New_York'),"
                        + " (2, 'south', 'South', 'America/New_York')",
                "insert into site values (2, 1, 'S1', 'North', '1 Main St', 'Ann Arbor', 'MI',"
                        + " '48104', null, 'America/Detroit')",
                "insert into preceptor values (3, 1, '1234567893', 'Ana Ruiz', 'MD', null, 'IM',"
                        + " 'ana@x', null, 2)",
                "insert into learner values (5, 1, 'L1', 'Lin', null, 'l@x', null, 'School',"
                        + " 'GRADUATE'), (6, 1, 'L2', 'Mia', null, 'm@x', null, 'School', 'GRADUATE')",
                "insert into program values (7, 1, '1400000001', 'IM', 'North', 'IM', 'Ann Arbor',"
                        + " 'MI', 'direct')",
                "insert into account (id, tenant_id, role, email, name, created_at, version) values"
                        + " (8, 1, 'COORDINATOR', 'c@x', 'Carla', now(), 0), (9, 2, 'COORDINATOR',"
                        + " 'd@x', 'Dan', now(), 0)",
                "insert into blob select lpad(n::text, 64, '0'), 5, 0, now() from"
                        + " generate_series(1, 40) n");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.run(
                "drop table if exists later",
                "delete from legal_hold",
                "delete from sign_in_link",
                "delete from packet_entry",
                "delete from packet",
                "delete from applicant_file",
                "delete from figure_report",
                "delete from skill_report");
        database.run("truncate night cascade");
        run(100, 500);
        run(101, 1);
    }

    @Test
    void expiredLinksOfThisInstitutionGo() throws SQLException {
        link(1, 8, 91);
        link(2, 8, 89);
        link(3, 9, 91);
        assertThat(reclaim(Rule.SIGN_IN_LINKS)).isEqualTo(1);
        assertThat(ids("sign_in_link")).isEqualTo("2,3");
    }

    @Test
    void anEarlierReportGoesAMonthAfterItWasMade() throws SQLException {
        report(1, 5, 60, 1);
        report(2, 5, 40, 3);
        report(3, 5, 10, 5);
        report(4, 6, 60, 7);
        assertThat(reclaim(Rule.SKILL_REPORTS)).as("the newest stay, however old").isEqualTo(2);
        assertThat(ids("skill_report")).isEqualTo("3,4");
    }

    @Test
    void whatALateNightForAPastDateMadeIsNotNewer() throws SQLException {
        run(102, 50);
        report(1, 5, 60, 1);
        report(2, 5, 40, 3);
        figures(3, "SITE", 60);
        figures(4, "SITE", 40);
        database.run(
                "update skill_report set run_id = 102 where id = 2",
                "update figure_report set run_id = 102 where id = 4");
        assertThat(reclaim(Rule.SKILL_REPORTS)).isEqualTo(1);
        assertThat(ids("skill_report")).as("what readers see").isEqualTo("1");
        assertThat(reclaim(Rule.FIGURE_REPORTS)).isEqualTo(1);
        assertThat(ids("figure_report")).isEqualTo("3");
    }

    @Test
    void earlierReportsAboutManyGoUnlessOneOfThemIsHeld() throws SQLException {
        figures(1, "COHORT", 60);
        figures(2, "COHORT", 40);
        figures(3, "SITE", 60);
        hold(6);
        assertThat(reclaim(Rule.FIGURE_REPORTS)).isZero();
        database.run("delete from legal_hold");
        assertThat(reclaim(Rule.FIGURE_REPORTS)).isEqualTo(1);
        assertThat(ids("figure_report")).isEqualTo("2,3");
    }

    @Test
    void s5_whatAKeptPacketBindsInStays() throws SQLException {
        report(1, 5, 60, 1);
        report(2, 5, 10, 3);
        file(3, 5, 60, 5);
        file(4, 5, 10, 6);
        packet(10, 20, "2027");
        entry(10, 1, 5, 1);
        entry(10, 2, 5, 5);
        assertThat(reclaim(Rule.SKILL_REPORTS)).isZero();
        assertThat(reclaim(Rule.APPLICANT_FILES)).isZero();
        database.run("delete from packet_entry");
        assertThat(reclaim(Rule.SKILL_REPORTS)).isEqualTo(1);
        assertThat(reclaim(Rule.APPLICANT_FILES)).isEqualTo(1);
    }

    @Test
    void aFileThatARunningNightHasMarkedStays() throws SQLException {
        file(3, 5, 60, 5);
        file(4, 5, 40, 6);
        database.run("update run set status = 'STARTED' where id = 101");
        database.run("update applicant_file set run_id = 101 where id = 3");
        assertThat(reclaim(Rule.APPLICANT_FILES)).isZero();
        database.run("update run set status = 'COMPLETED' where id = 101");
        assertThat(reclaim(Rule.APPLICANT_FILES)).isEqualTo(1);
        assertThat(ids("applicant_file")).isEqualTo("4");
    }

    @Test
    void packetsThatNobodyTookGoButTheNewest() throws SQLException {
        for (int id = 10; id < 15; id++) {
            packet(id, 60 - id, "2027");
            entry(id, 1, 5, id);
        }
        took(11);
        assertThat(reclaim(Rule.PACKETS)).isEqualTo(2);
        assertThat(ids("packet")).as("taken, and the two newest").isEqualTo("11,13,14");
        assertThat(database.ask("select count(*) from packet_entry")).isEqualTo("3");
    }

    @Test
    void packetsOfLongPastSeasonsGoTakenOrNot() throws SQLException {
        packet(20, 900, "2025");
        packet(21, 900, "2026");
        took(20);
        took(21);
        assertThat(reclaim(Rule.PACKETS)).isEqualTo(1);
        assertThat(ids("packet")).isEqualTo("21");
    }

    @Test
    void packetsOfASeasonThatNobodyKnowsAnyMoreGoWithTheYears() throws SQLException {
        packet(20, 900, "2019");
        packet(21, 600, "2019");
        took(20);
        took(21);
        assertThat(reclaim(Rule.PACKETS)).isEqualTo(1);
        assertThat(ids("packet")).isEqualTo("21");
    }

    @Test
    void aLegalHoldKeepsWhatIsOfTheLearner() throws SQLException {
        report(1, 5, 60, 1);
        report(2, 5, 40, 3);
        report(3, 6, 60, 5);
        report(4, 6, 40, 7);
        hold(5);
        assertThat(reclaim(Rule.SKILL_REPORTS)).isEqualTo(1);
        assertThat(ids("skill_report")).isEqualTo("1,2,4");
        database.run("update legal_hold set lifted_at = now(), lifted_by = 'Ada'");
        assertThat(reclaim(Rule.SKILL_REPORTS)).isEqualTo(1);
    }

    @Test
    void aLegalHoldKeepsThePacketsThatHoldTheLearner() throws SQLException {
        packet(20, 900, "2025");
        entry(20, 1, 5, 1);
        packet(21, 900, "2025");
        entry(21, 1, 6, 2);
        hold(5);
        assertThat(reclaim(Rule.PACKETS)).isEqualTo(1);
        assertThat(ids("packet")).isEqualTo("20");
    }

    @Test
    void aLegalHoldOnTheInstitutionKeepsAll() throws SQLException {
        link(1, 8, 91);
        report(1, 5, 60, 1);
        report(2, 5, 40, 3);
        database.run(
                "insert into legal_hold values (1, 1, null, 'a lawsuit', 'Ada', now(), null, null)");
        for (Rule rule : Rule.values()) {
            assertThat(reclaim(rule)).as(rule.name()).isZero();
        }
    }

    @Test
    void whatATableOfLaterRefersToStays() throws SQLException {
        database.run("create table later (report bigint references skill_report)");
        report(1, 5, 60, 1);
        report(2, 5, 50, 3);
        report(3, 5, 40, 5);
        database.run("insert into later values (1)");
        assertThat(reclaim(Rule.SKILL_REPORTS)).isEqualTo(1);
        assertThat(ids("skill_report")).isEqualTo("1,3");
    }

    /** Nothing can begin to refer to a row that is locked; what did while it was found is seen. */
    @Test
    void whatBeginsToReferToARowWhileItIsBeingLockedKeepsIt() throws Exception {
        report(1, 5, 60, 1);
        report(2, 5, 50, 3);
        report(3, 5, 40, 5);
        database.run(
                "create table later (report bigint references skill_report)",
                "insert into later values (3)",
                // Reading this table takes a while.
                "alter table later enable row level security, force row level security",
                "create policy slow on later for select using (pg_sleep(0.3) is not null)",
                "create policy quick on later for insert with check (true)");
        Expired expired = new Expired(Rule.SKILL_REPORTS, 1, POLICY, SEASONS, KNOWN, NOW);
        try (Connection c = connection()) {
            CompletableFuture<Integer> gone =
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return expired.reclaim(c, List.of(1L, 2L), false);
                                } catch (SQLException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            while (database.ask(
                            "select count(*) from pg_stat_activity where wait_event = 'PgSleep'")
                    .equals("0")) {
                Thread.sleep(10);
            }
            database.run("insert into later values (1), (2)");
            assertThat(gone.get()).isZero();
            c.rollback();
        }
        assertThat(ids("skill_report")).isEqualTo("1,2,3");
    }

    @Test
    void oldRunsGoWithTheirLedgerUnlessAnArtefactIsTheirs() throws SQLException {
        run(102, 450);
        run(103, 450);
        run(104, 450);
        database.run(
                "insert into reclaimed values (102, 'packets', 1, 0)",
                "insert into run_skip values (102, 'x', '1', 'One', 'because')");
        report(1, 5, 60, 1);
        database.run("update skill_report set run_id = 103");
        database.run("update night set status = 'RUNNING' where id = 5104");
        assertThat(reclaim(Rule.RUNS)).isEqualTo(2);
        assertThat(ids("run")).isEqualTo("101,103,104");
        assertThat(reclaim(Rule.NIGHTS)).isEqualTo(2);
        assertThat(ids("night")).isEqualTo("5101,5103,5104");
    }

    @Test
    void anotherInstitutionsNightTakesNothingFromThisOne() throws SQLException {
        link(1, 8, 91);
        report(1, 5, 60, 1);
        report(2, 5, 40, 3);
        packet(20, 900, "2025");
        for (Rule rule : Rule.values()) {
            assertThat(reclaim(rule, 2)).as(rule.name()).isZero();
        }
    }

    @Test
    void theJobRepositoryForgetsOldJobsWithAllTheirParts() throws SQLException {
        job(1, 31);
        job(2, 29);
        try (Connection c = connection()) {
            assertThat(BatchHistory.forget(c, NOW.minus(Duration.ofDays(30)), 100)).isEqualTo(1);
            c.commit();
        }
        for (String table :
                List.of(
                        "jb_jobinstancedata",
                        "jb_executioninstancedata",
                        "jb_stepexecutioninstancedata",
                        "jb_jobstatus",
                        "jb_stepstatus",
                        "jb_checkpointdata")) {
            assertThat(database.ask("select count(*) from " + table)).as(table).isEqualTo("1");
        }
    }

    private int reclaim(Rule rule) throws SQLException {
        return reclaim(rule, 1);
    }

    private int reclaim(Rule rule, long tenant) throws SQLException {
        Expired expired = new Expired(rule, tenant, POLICY, SEASONS, KNOWN, NOW);
        try (Connection c = connection()) {
            List<Long> ids = expired.page(c, 0, 100);
            assertThat(expired.count(c)).isEqualTo(ids.size());
            int would = expired.reclaim(c, ids, true);
            int gone = expired.reclaim(c, ids, false);
            assertThat(would).as("a dry run").isEqualTo(gone);
            c.commit();
            return gone;
        }
    }

    private static Connection connection() throws SQLException {
        Connection c = database.source().getConnection();
        c.setAutoCommit(false);
        return c;
    }

    private static String ids(String table) {
        return database.ask("select string_agg(id::text, ',' order by id) from " + table);
    }

    private static String ago(int days) {
        return "'" + NOW.minus(Duration.ofDays(days)) + "'";
    }

    private static String blob(int n) {
        return "lpad('" + n + "', 64, '0')";
    }

    private static void run(long id, int days) {
        database.run(
                "insert into night (id, tenant_id, season, night, trigger, requested_by,"
                        + " requested_at, cutoff, status) values (%d, 1, '2027', '2026-11-01',"
                                .formatted(5000 + id)
                        + " 'REQUESTED', 'Carla', "
                        + ago(days)
                        + ", "
                        + ago(days)
                        + ", 'COMPLETED')",
                "insert into run (id, tenant_id, night_id, job, status) values (%d, 1, %d, 'x',"
                                .formatted(id, 5000 + id)
                        + " 'COMPLETED')",
                "insert into run_step (run_id, step, position) values (%d, 'x', 1)".formatted(id),
                "insert into run_part (run_id, step, part, after_key, upto_key, last_key, epoch)"
                        + " values (%d, 'x', 0, '0', '0', '0', 1)".formatted(id));
    }

    private static void link(long id, long account, int days) {
        database.run(
                "insert into sign_in_link values (%d, %d, lpad('%d', 64, '0'), '/', false, now(), %s)"
                        .formatted(id, account, id, ago(days)));
    }

    private static void report(long id, long learner, int days, int blob) {
        database.run(
                "insert into skill_report (id, tenant_id, learner_id, input_key, pdf_sha256,"
                        + " csv_sha256, evaluations, data_cutoff, run_id, made_at) values (%d, 1,"
                                .formatted(id)
                        + " %d, lpad('%d', 64, '0'), %s, %s, 1, now(), 101, %s)"
                                .formatted(learner, id, blob(blob), blob(blob + 1), ago(days)));
    }

    private static void figures(long id, String kind, int days) {
        database.run(
                "insert into figure_report values (%d, 1, '2027', '%s', 2, lpad('%d', 64, '0'),"
                                .formatted(id, kind, id)
                        + " %s, %s, 9, now(), 101, %s)".formatted(blob(1), blob(2), ago(days)));
    }

    private static void file(long id, long learner, int days, int blob) {
        database.run(
                "insert into applicant_file (id, tenant_id, program_id, learner_id, season,"
                        + " input_key, asked_key, pdf_sha256, pages, letters, run_id, made_at) values (%d, 1, 7,"
                                .formatted(id)
                        + " %d, '2027', lpad('%d', 64, '0'), lpad('%d', 64, '0'), %s, 1, 1, 101, %s)"
                                .formatted(learner, id, id, blob(blob), ago(days)));
    }

    private static void packet(long id, int days, String season) {
        run(1000 + id, days);
        database.run(
                "insert into packet (id, tenant_id, program_id, season, night, run_id, input_key,"
                        + " applicants, letters, skipped, zip_size, made_at, as_of, cutoff) values (%d, 1, 7, '%s',"
                                .formatted(id, season)
                        + " '2026-11-01', %d, lpad('%d', 64, '0'), 1, 1, 0, 1, %s, now(), %s)"
                                .formatted(1000 + id, id, ago(days), ago(days)));
    }

    private static void entry(long packet, int position, long learner, int blob) {
        database.run(
                "insert into packet_entry values (%d, %d, 'f%d', 'APPLICANT', %d, 'F', %s, 5, 0)"
                        .formatted(packet, position, position, learner, blob(blob)));
    }

    private static void took(long packet) {
        database.run(
                "insert into audit_event select 1, coalesce(max(number), 0) + 1, now(), 'Peter', 1,"
                        + " 'PROGRAM_STAFF', null, 'packet.downloaded', 'packet', '%d', 'zip', '', ''"
                                .formatted(packet)
                        + " from audit_event");
    }

    private static void hold(long learner) {
        database.run(
                "insert into legal_hold values (1, 1, %d, 'a lawsuit', 'Ada', now(), null, null)"
                        .formatted(learner));
    }

    private static void job(long id, int days) {
        String then = "timestamptz " + ago(days) + " at time zone current_setting('TimeZone')";
        database.run(
                "insert into jb_jobinstancedata values (%d, 'x', 'y')".formatted(id),
                "insert into jb_executioninstancedata (jobexecid, jobinstanceid, createtime) values"
                        + " (%d, %d, %s)".formatted(id, id, then),
                "insert into jb_stepexecutioninstancedata (stepexecid, jobexecid) values (%d, %d)"
                        .formatted(id, id),
                "insert into jb_jobstatus values (%d, null)".formatted(id),
                "insert into jb_stepstatus values (%d, null)".formatted(id),
                "insert into jb_checkpointdata values ('%d,step,READER', null)".formatted(id));
    }
}

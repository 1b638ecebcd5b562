package org.preceptorportal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.duty.DutyState;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Words;
import org.preceptorportal.shell.database.FreshDatabase;

/** The desk's reads on a real database, on 22 November 2026. */
class DeskListsTest {
    private static final Caller COORDINATOR =
            new Caller(1L, 1, Role.COORDINATOR, null, null, "Carla", null);
    private static FreshDatabase database;
    private static DeskLists lists;
    private static final List<String> AUDITED = new ArrayList<>();

    @TempDir static Path folder;

    @BeforeAll
    static void start() throws Exception {
        database = FreshDatabase.in(folder);
        database.run(
                "insert into tenant values (1, 'north', 'North', 'America/New_York'), (9, 'south', 'South', 'America/New_York')",
                "insert into site values (2, 1, 'S1', 'North', '1 Main St', 'Ann Arbor', 'MI', '48104', null, 'America/Detroit'), (22, 1, 'S2', 'West', '2 Main St', 'Ann Arbor', 'MI', '48104', null, 'America/Detroit')",
                "insert into preceptor values (3, 1, '1234567893', 'Ana Ruiz', 'MD', null, 'IM', 'ana@x', null, 2), (4, 1, '1300451105', 'Zoë Haddad', null, null, 'IM', 'zoe@x', null, 2)",
                "insert into learner values (5, 1, 'L1', 'Linh Nguyễn', null, 'l@x', null, 'School', 'GRADUATE'), (6, 1, 'L2', '=cmd|Bad', null, 'b@x', null, 'School', 'GRADUATE')");
        duty(10, 5, 3, 2, "2026-11-01", "OPEN", null, null); // due 15 Nov: overdue
        duty(11, 5, 4, 2, "2026-11-10", "OPEN", "2026-11-20", null); // due 24 Nov, started
        duty(12, 6, 3, 22, "2026-12-10", "OPEN", null, null); // opens 3 Dec
        duty(13, 6, 4, 2, "2026-10-01", "SUBMITTED", "2026-10-02", "2026-10-05");
        duty(14, 6, 3, 2, "2026-10-01", "SUBMITTED", "2026-10-02", "2026-10-25"); // ten days late
        duty(15, 6, 3, 2, "2026-09-01", "EXCUSED", null, "2026-09-20");
        lists = new DeskLists();
        lists.database = database.source();
        lists.clock = Clock.fixed(Instant.parse("2026-11-22T15:00:00Z"), ZoneOffset.UTC);
        lists.audit =
                new AuditTrail() {
                    @Override
                    public NotForCaller refuse(Caller caller, String type, Object id) {
                        return new NotForCaller(type);
                    }

                    @Override
                    public void recordAlone(
                            Caller caller, String action, String type, Object id, String detail) {
                        AUDITED.add(action + " " + detail);
                    }
                };
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    private static void duty(
            long id,
            long learner,
            long preceptor,
            long site,
            String end,
            String state,
            String started,
            String closed) {
        database.run(
                "insert into rotation values (%1$d, 1, 'R%1$d', %2$d, %3$d, %4$d, 'ELECTIVE', 'IM', 'inpatient', date '%5$s' - 20, '%5$s', 40)"
                        .formatted(id, learner, preceptor, site, end),
                "insert into duty (id, tenant_id, rotation_id, learner_id, preceptor_id, roster_preceptor_id, site_id, phase, opens_on, ends_on, due_at, state, started_at, closed_at)"
                        + " values (%1$d, 1, %1$d, %2$d, %3$d, %3$d, %4$d, 'FINAL', date '%5$s' - 7, '%5$s', (date '%5$s' + 14 + time '17:00') at time zone 'America/Detroit', '%6$s', %7$s, %8$s)"
                                .formatted(
                                        id,
                                        learner,
                                        preceptor,
                                        site,
                                        end,
                                        state,
                                        started == null ? "null" : "'" + started + "'",
                                        closed == null ? "null" : "'" + closed + " 15:00+00'"));
    }

    @Test
    void eachListHasItsOwn() {
        assertThat(ids(Show.OWED)).containsExactly(10L, 11L);
        assertThat(ids(Show.OVERDUE)).containsExactly(10L);
        assertThat(ids(Show.STARTED)).containsExactly(11L);
        assertThat(ids(Show.UPCOMING)).containsExactly(12L);
        assertThat(ids(Show.SUBMITTED)).containsExactly(13L, 14L);
        assertThat(ids(Show.EXCUSED)).containsExactly(15L);
        assertThat(ids(Show.MISSED)).isEmpty();
        assertThat(ids(Show.ALL)).hasSize(6);
    }

    @Test
    void countsAreTrueHoweverTheyAreTaken() {
        List<DeskFilter> filters =
                List.of(
                        DeskFilter.owed(),
                        DeskFilter.owed().ofPreceptor(3L),
                        DeskFilter.owed().ofLearner(6L),
                        new DeskFilter(null, Phase.FINAL, 2L, null, null, "", null, false),
                        new DeskFilter(null, null, 2L, 3L, null, "", null, false),
                        new DeskFilter(null, null, null, null, null, "zoe", null, false));
        for (DeskFilter filter : filters) {
            var counts = lists.counts(COORDINATOR, filter);
            for (Show show : Show.values()) {
                assertThat(lists.page(COORDINATOR, filter.showing(show), 0, 50))
                        .as(filter + " " + show)
                        .hasSize(counts.get(show).intValue());
            }
        }
    }

    @Test
    void findsBeginningsOfNamesWithoutAccentsOfBothPeople() {
        assertThat(found("nguyen ZOE")).containsExactly(11L);
        assertThat(found("ngu")).containsExactly(10L, 11L);
        assertThat(found("guyen")).isEmpty();
        assertThat(found("!!!")).isEmpty();
    }

    @Test
    void sortsByEachOrderAndBack() {
        for (Order order : Order.values()) {
            DeskFilter there = DeskFilter.owed().showing(Show.ALL).by(order);
            List<Long> back = new ArrayList<>(ids(there.by(order)));
            java.util.Collections.reverse(back);
            assertThat(back).isEqualTo(ids(there));
        }
        assertThat(ids(DeskFilter.owed().showing(Show.ALL).by(Order.LATENESS)))
                .startsWith(10L, 11L, 12L, 14L)
                .endsWith(13L);
    }

    @Test
    void allThatMatchIsTheFilterWithoutWhatWasTakenOut() {
        DeskFilter owed = DeskFilter.owed();
        assertThat(chosen(new Selection(owed, true, Set.of(11L)))).containsExactly(10L);
        assertThat(chosen(new Selection(owed, false, Set.of(12L, 14L)))).containsExactly(12L, 14L);
        assertThat(chosen(new Selection(owed, false, Set.of()))).isEmpty();
        assertThat(
                        lists.chosen(COORDINATOR, new Selection(owed, false, Set.of(14L)))
                                .get(0)
                                .state())
                .isEqualTo(DutyState.SUBMITTED);
    }

    @Test
    void turnaroundIsInDaysFromTheRotationsEnd() {
        Turnaround all = lists.turnaround(COORDINATOR, Phase.FINAL, null, null);
        assertThat(all.byDays()).containsOnlyKeys(4, 24);
        assertThat(lists.turnaround(COORDINATOR, Phase.FINAL, null, 4L).byDays())
                .containsOnlyKeys(4);
        assertThat(lists.turnaround(COORDINATOR, Phase.FINAL, 2L, 3L).byDays())
                .containsOnlyKeys(24);
        assertThat(lists.turnaround(COORDINATOR, Phase.FINAL, 22L, null).total()).isZero();
        assertThat(lists.turnaround(COORDINATOR, Phase.MID, null, null).total()).isZero();
    }

    @Test
    void de1_isForTheInstitutionsCoordinatorAlone() {
        Caller preceptor = new Caller(1L, 1, Role.PRECEPTOR, 3L, null, "Ana", null);
        assertThatThrownBy(() -> lists.page(preceptor, DeskFilter.owed(), 0, 50))
                .isInstanceOf(NotForCaller.class);
        Caller other = new Caller(1L, 9, Role.COORDINATOR, null, null, "Otto", null);
        assertThat(lists.page(other, DeskFilter.owed().showing(Show.ALL), 0, 50)).isEmpty();
        assertThat(lists.counts(other, DeskFilter.owed()).get(Show.ALL)).isZero();
        assertThat(lists.chosen(other, new Selection(DeskFilter.owed(), false, Set.of(10L))))
                .isEmpty();
    }

    @Test
    void de6_exportsTheListSafelyAndSaysSoInTheTrail() throws Exception {
        DeskExport export = new DeskExport();
        export.lists = lists;
        export.audit = lists.audit;
        export.words = new Words();
        export.clock = lists.clock;
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        export.csv(COORDINATOR, DeskFilter.owed().showing(Show.SUBMITTED), csv);
        List<String> lines = csv.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("\uFEFFLearner ID,Learner,");
        assertThat(lines.get(1))
                .contains(",'=cmd|Bad,", ",2026-10-15 17:00,America/Detroit,2026-10-05 11:00,4,");
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        export.xlsx(COORDINATOR, DeskFilter.owed().showing(Show.SUBMITTED), xlsx);
        assertThat(xlsx.toByteArray()).startsWith('P', 'K');
        assertThat(AUDITED)
                .containsExactly(
                        "desk.exported csv show=SUBMITTED", "desk.exported xlsx show=SUBMITTED");
    }

    private static List<Long> ids(Show show) {
        return ids(DeskFilter.owed().showing(show));
    }

    private static List<Long> ids(DeskFilter filter) {
        return lists.page(COORDINATOR, filter, 0, 50).stream().map(DutyView::dutyId).toList();
    }

    private static List<Long> found(String words) {
        return ids(new DeskFilter(null, null, null, null, null, words, null, false));
    }

    private static List<Long> chosen(Selection selection) {
        return lists.chosen(COORDINATOR, selection).stream().map(DeskLists.Chosen::dutyId).toList();
    }
}

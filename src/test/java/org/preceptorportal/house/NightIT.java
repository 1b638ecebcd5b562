package org.preceptorportal.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.preceptorportal.access.Accounts;
import org.preceptorportal.ledger.SomeThreads;
import org.preceptorportal.manifest.ManifestView;
import org.preceptorportal.manifest.Manifests;
import org.preceptorportal.night.Ended;
import org.preceptorportal.night.NightHour;
import org.preceptorportal.night.NightNotPossible;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.Order;
import org.preceptorportal.night.RunState;
import org.preceptorportal.night.RunView;
import org.preceptorportal.night.SkipView;
import org.preceptorportal.night.StepView;
import org.preceptorportal.night.TakeOver;
import org.preceptorportal.packet.PacketNow;
import org.preceptorportal.packet.PacketView;
import org.preceptorportal.packet.Packets;
import org.preceptorportal.roster.Program;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.PortalClock;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.skills.LearnerRecord;
import org.preceptorportal.skills.LearnerRecords;
import org.preceptorportal.skills.Narrative;
import org.preceptorportal.skills.SkillReports;
import org.preceptorportal.watch.NightFigures;
import org.preceptorportal.watch.NightMails;

/** Nights that end well, fail, and are tried again. */
@ArquillianTest
class NightIT extends HouseStory {
    @Inject TakeOver takeOver;
    @Inject SkillReports skillReports;
    @Inject LearnerRecords learnerRecords;
    @Inject PortalClock clock;
    @Resource ManagedThreadFactory threads;
    @Inject Packets packets;
    @Inject PacketNow packetNow;
    @Inject Seasons seasons;
    @Inject Accounts accounts;
    @Inject Manifests manifests;
    @Inject NightMails nightMails;
    @Inject NightFigures figures;

    @Test
    void s5_aNightThatFailsInTheMiddleGoesOnAndMakesTheSameArtefacts() throws SQLException {
        Tenant tenant = school.open("restart", 120);
        school.evaluateAll(tenant);
        for (int i = 1; i <= 6; i++) {
            school.letter(tenant, "L%03d".formatted(i));
        }

        // Two files a learner: in the end some chunk cannot be kept.
        FailingBlobs.failAfter(210);
        NightView failed = run(tenant);
        assertThat(failed.status()).isEqualTo("FAILED");
        assertThat(failed.failure()).startsWith("clinical-skill-reports: ");
        StepView first = step(failed, "clinical-skill-reports");
        assertThat(first.read()).as("whole chunks only").isEqualTo(first.made()).isLessThan(120);
        assertThat(first.made())
                .isEqualTo(count("select count(*) from skill_report where tenant_id = ?", tenant));
        assertThat(job(failed, "skill-reports").state()).isEqualTo(RunState.FAILED);
        assertThat(job(failed, "letter-packets").state()).isEqualTo(RunState.WAITING);

        FailingBlobs.heal();
        takeOver.now();
        NightView second = ended(tenant, failed.id());
        assertThat(second.status()).isEqualTo("COMPLETED");
        first = step(second, "clinical-skill-reports");
        assertThat(first.read()).as("each learner once, over both tries").isEqualTo(120);
        assertThat(first.made()).isEqualTo(120);
        assertThat(first.unchanged()).isZero();
        assertThat(step(second, "applicant-files").made()).isEqualTo(6);
        assertThat(step(second, "letter-packets").made()).isEqualTo(1);
        List<String> afterRestart = artefacts(tenant);
        List<String> stamps = stamps(tenant);

        forget(tenant);
        assertThat(run(tenant).status()).isEqualTo("COMPLETED");
        assertThat(artefacts(tenant)).as("a clean night").isEqualTo(afterRestart);
        assertThat(stamps(tenant)).as("of 120 reports and one packet").hasSize(121);
        assertThat(stamps(tenant)).isEqualTo(stamps);
    }

    @Test
    void s5_aSecondNightMakesNothing() throws SQLException {
        Tenant tenant = school.open("twice", 3);
        school.evaluateAll(tenant);
        school.letter(tenant, "L001");
        NightView first = run(tenant);
        assertThat(step(first, "clinical-skill-reports").made()).isEqualTo(3);
        assertThat(step(first, "applicant-files").made()).isEqualTo(1);
        assertThat(step(first, "letter-packets").made()).isEqualTo(1);
        assertThat(step(first, "archive-files").made()).isEqualTo(1);
        NightView again = run(tenant);
        assertThat(again.skipped()).isZero();
        assertThat(step(again, "audit-anchors").made()).as("the trail has grown").isEqualTo(1);
        assertThat(again.made()).as("but for the anchor").isEqualTo(1);
        assertThat(again.unchanged()).isEqualTo(again.read() - 1);

        List<String> stamps = stamps(tenant);
        assertThat(stamps).hasSize(4);
        change("update skill_report set stamp = null where tenant_id = ?", tenant);
        change("update packet set stamp = null where tenant_id = ?", tenant);
        assertThat(run(tenant).made()).as("read anew, but for the anchor").isEqualTo(1);
        assertThat(stamps(tenant)).isEqualTo(stamps);
    }

    @Test
    void s6_aBadRecordIsSkippedAndListedAndTheRestIsMade() throws Exception {
        Tenant tenant = school.open("bad-record", 3);
        school.evaluateAll(tenant);
        school.letter(tenant, "L001");
        school.letter(tenant, "L002");
        damage(tenant, "L001", "upload_sha256");
        NightView night = run(tenant);
        assertThat(night.status()).isEqualTo("COMPLETED");
        assertThat(step(night, "clinical-skill-reports").made()).isEqualTo(3);
        StepView files = step(night, "applicant-files");
        assertThat(files.read()).isEqualTo(files.made() + files.unchanged() + files.skipped());
        assertThat(files.skipped()).isEqualTo(1);
        assertThat(night.skips())
                .extracting(SkipView::label)
                .anyMatch(l -> l.contains("Learner 001"));
        assertThat(night.skips()).allMatch(s -> !s.reason().isBlank());
        assertThat(step(night, "letter-packets").made()).isEqualTo(1);
    }

    @Test
    void s10_aNightThatLeavesSomethingOutIsStatedAndToldOnce() throws Exception {
        Tenant tenant = school.open("watched", 2);
        Caller coordinator = school.coordinator(tenant);
        accounts.ensureStaff(
                tenant.id(), Role.COORDINATOR, "c@watched.example", "C", null, "a long password");
        school.evaluateAll(tenant);
        school.letter(tenant, "L001");
        damage(tenant, "L001", "upload_sha256");
        NightView night = run(tenant);
        assertThat(night.skipped()).isPositive();

        // The portal's own look may come first.
        manifests.write(new Ended(tenant.id(), night.id()));
        assertThat(manifests.write(new Ended(tenant.id(), night.id()))).isFalse();
        nightMails.tell(new Ended(tenant.id(), night.id()));
        nightMails.tell(new Ended(tenant.id(), night.id()));

        assertThat(manifests.due()).extracting(Ended::nightId).doesNotContain(night.id());
        assertThat(nightMails.due()).extracting(Ended::nightId).doesNotContain(night.id());

        ManifestView stated = manifests.of(coordinator, night.id()).orElseThrow();
        assertThat(stated.genuine()).isTrue();
        assertThat(stated.edition()).isEqualTo(1);
        assertThat(stated.artefacts()).isGreaterThanOrEqualTo(2);
        assertThat(new String(manifests.json(coordinator, night.id()), StandardCharsets.UTF_8))
                .contains("\"status\": \"COMPLETED\"")
                .doesNotContain("Learner 001");
        assertThat(manifests.compare(coordinator, night.id(), night.id()).same()).isTrue();
        assertThat(new String(manifests.json(coordinator, night.id()), StandardCharsets.UTF_8))
                .contains("\"statement\"");
        update(
                "insert into night (id, tenant_id, season, night, trigger, requested_by,"
                        + " requested_at, cutoff, status, ended_at) values (-7, ?, '2026',"
                        + " '2026-01-01', 'SCHEDULED', 'test', '2026-01-01', '2026-01-01', 'FAILED',"
                        + " '2026-01-02')",
                tenant.id());
        Ended forgotten = new Ended(tenant.id(), -7);
        manifests.write(forgotten);
        nightMails.tell(forgotten);
        assertThat(manifests.of(coordinator, -7)).as("however old it is").isPresent();
        change("delete from mail where tenant_id = ? and event_key = 'night-watch:-7'", tenant);
        Tenant stranger = school.open("watched-by", 1);
        assertThatThrownBy(() -> manifests.json(school.coordinator(stranger), night.id()))
                .isInstanceOf(NotForCaller.class);

        assertThat(
                        strings(
                                "select recipient || ' ' || body from mail where tenant_id = ? and"
                                        + " event_key like 'night-watch:%'",
                                tenant.id()))
                .singleElement()
                .asString()
                .startsWith("c@watched.example")
                .contains("/watch/night?id=" + night.id())
                .doesNotContain("Learner 001");
        assertThat(figures.text(coordinator))
                .contains(
                        "portal_night_items{job=\"letter-packets\",result=\"skipped\",step=\"applicant-files\"} "
                                + step(night, "applicant-files").skipped()
                                + "\n");
    }

    @Test
    void aDryRunOfTheNightCountsAndKeepsNothing() throws SQLException {
        Tenant tenant = school.open("dry", 3);
        school.evaluateAll(tenant);
        school.letter(tenant, "L001");
        Caller coordinator = school.coordinator(tenant);
        Order dry = new Order(null, "skill-reports", null, true);
        Order archive = new Order(null, "archive-files", null, true);
        NightView first = ended(tenant, nights.start(coordinator, dry));
        assertThat(first.status()).isEqualTo("COMPLETED");
        assertThat(step(first, "clinical-skill-reports").made()).isEqualTo(3);
        assertThat(ended(tenant, nights.start(coordinator, archive)).made()).isEqualTo(1);
        assertThat(artefacts(tenant)).isEmpty();
        assertThat(archived(tenant, "a.sha256")).isEmpty();
        run(tenant);
        List<String> made = artefacts(tenant);
        NightView second = ended(tenant, nights.start(coordinator, dry));
        assertThat(second.made()).isZero();
        assertThat(step(second, "clinical-skill-reports").unchanged()).isEqualTo(3);
        assertThat(artefacts(tenant)).isEqualTo(made);
    }

    @Test
    void aNightOfAPastDateSeesThatDateAndReplacesNothingNewer() throws SQLException {
        Tenant tenant = school.open("past", 4);
        Instant fiveDaysAgo = Instant.now().minus(Duration.ofDays(5));
        clock.at(fiveDaysAgo, () -> school.evaluateAll(tenant));
        Caller coordinator = school.coordinator(tenant);
        NightView now = run(tenant);
        assertThat(step(now, "clinical-skill-reports").made()).isEqualTo(4);
        List<String> newest = newestReports(tenant);
        school.letter(tenant, "L001");
        asIfSignedNineDaysAgo(tenant);
        Order packets = new Order(null, "letter-packets", null, false);
        Order packetsThen = new Order(now.night().minusDays(3), "letter-packets", null, false);
        assertThat(
                        step(ended(tenant, nights.start(coordinator, packets)), "applicant-files")
                                .made())
                .isEqualTo(1);
        assertThat(
                        step(
                                        ended(tenant, nights.start(coordinator, packetsThen)),
                                        "applicant-files")
                                .made())
                .as("without today's report")
                .isEqualTo(1);
        change("update learner set full_name = 'Other ' || code where tenant_id = ?", tenant);
        rewriteOne(tenant);

        NightView before = ended(tenant, nights.start(coordinator, reportsOf(now.night(), 9)));
        assertThat(step(before, "clinical-skill-reports").read())
                .as("there was nothing then")
                .isZero();
        NightView past = ended(tenant, nights.start(coordinator, reportsOf(now.night(), 3)));
        assertThat(past.status()).isEqualTo("COMPLETED");
        assertThat(past.night()).isEqualTo(now.night().minusDays(3));
        assertThat(past.cutoff()).isBefore(now.cutoff());
        assertThat(past.runs()).extracting(RunView::job).containsExactly("skill-reports");
        assertThat(learners(tenant, past.cutoff()))
                .as("what was rewritten since then still stood, its comment too")
                .allSatisfy(
                        learner ->
                                assertThat(learner.finals())
                                        .singleElement()
                                        .extracting(Narrative::id)
                                        .isEqualTo(learner.sheets().get(0).id()));
        assertThat(learners(tenant, Instant.now()).get(0).finals().get(0).id())
                .isNotEqualTo(learners(tenant, past.cutoff()).get(0).finals().get(0).id());
        assertThat(step(past, "clinical-skill-reports").made()).isEqualTo(4);
        assertThat(newestReports(tenant)).isEqualTo(newest);
        assertThat(step(run(tenant), "clinical-skill-reports").made())
                .as("the other names")
                .isEqualTo(4);
        assertThat(newestReports(tenant)).doesNotContainAnyElementsOf(newest);

        LocalDate lastSeason = seasons.get("2026").lastDay();
        NightView earlier =
                ended(
                        tenant,
                        nights.start(
                                coordinator, new Order(lastSeason, "skill-reports", null, true)));
        assertThat(earlier.season()).isEqualTo("2026");
        assertThat(earlier.cutoff()).isEqualTo(NightHour.on(lastSeason, seasons.get("2026")));

        LocalDate tomorrow = now.night().plusDays(2);
        assertThatThrownBy(() -> nights.start(coordinator, new Order(tomorrow, null, null, false)))
                .isInstanceOf(NightNotPossible.class);
        assertThatThrownBy(() -> nights.start(coordinator, new Order(null, "no-job", null, false)))
                .isInstanceOf(NightNotPossible.class);
    }

    /** Its reports were not drawn yet when somebody asked for the packet at once. */
    @Test
    void aNightBringsThePacketThatOvertookItUpToDate() throws SQLException {
        Tenant tenant = school.open("overtaken", 2);
        clock.at(Instant.now().minus(Duration.ofDays(5)), () -> school.evaluateAll(tenant));
        Caller coordinator = school.coordinator(tenant);
        school.letter(tenant, "L001");
        asIfSignedNineDaysAgo(tenant);
        Program program = school.program(tenant);
        NightView lane = ended(tenant, packetNow.make(coordinator, program.id(), true));
        PacketView atOnce = packets.list(coordinator).get(0);
        assertThat(ended(tenant, nights.start(coordinator, reportsOf(lane.night(), 3))).status())
                .isEqualTo("COMPLETED");

        Order ofTheNight = new Order(lane.night().minusDays(3), "letter-packets", null, false);
        NightView night = ended(tenant, nights.start(coordinator, ofTheNight));
        assertThat(night.cutoff()).isBefore(atOnce.cutoff());
        assertThat(step(night, "letter-packets").made()).isEqualTo(1);
        PacketView mended = packets.list(coordinator).get(0);
        assertThat(mended.id()).isNotEqualTo(atOnce.id());
        assertThat(mended.cutoff()).isEqualTo(atOnce.cutoff());
        assertThat(mended.night()).isEqualTo(atOnce.night());
        assertThat(mended.key()).as("with the report").isNotEqualTo(atOnce.key());
        assertThat(mended.letters()).isEqualTo(1);
        night = ended(tenant, nights.start(coordinator, ofTheNight));
        assertThat(step(night, "letter-packets").made()).isZero();
    }

    private List<LearnerRecord> learners(Tenant tenant, Instant cutoff) throws SQLException {
        String season = seasons.all().get(0).code();
        List<Long> ids =
                strings("select id from learner where tenant_id = ?", tenant.id()).stream()
                        .map(Long::valueOf)
                        .toList();
        return learnerRecords.of(tenant.id(), season, cutoff, cutoff, ids);
    }

    /** As its author would, today. */
    private void rewriteOne(Tenant tenant) throws SQLException {
        change(
                "insert into evaluation (id, tenant_id, rotation_id, learner_id, preceptor_id,"
                        + " phase, form, form_version, status, started_at, saved_at, version,"
                        + " amends_id) select nextval('portal_id'), tenant_id, rotation_id,"
                        + " learner_id, preceptor_id, phase, form, form_version, 'DRAFT', now(),"
                        + " now(), 1, id from evaluation where tenant_id = ? and status ="
                        + " 'SUBMITTED' and phase = 'FINAL' order by learner_id limit 1",
                tenant);
        change(
                "insert into evaluation_answer select n.id, a.question, a.value, 1, now() from"
                        + " evaluation n join evaluation_answer a on a.evaluation_id = n.amends_id"
                        + " where n.tenant_id = ?",
                tenant);
        change(
                "update evaluation o set superseded_by = n.id from evaluation n where n.amends_id ="
                        + " o.id and o.tenant_id = ?",
                tenant);
        change(
                "update evaluation set status = 'SUBMITTED', submitted_at = now() where amends_id"
                        + " is not null and tenant_id = ?",
                tenant);
    }

    /** S5: nothing but inputs decides about bytes, not the number of threads and not the day. */
    @Test
    void s5_nightsOfOneAndOfFourThreadsOnTwoDatesMakeTheSameBytes() throws SQLException {
        Tenant tenant = school.open("threads", 12);
        clock.at(Instant.now().minus(Duration.ofDays(9)), () -> school.evaluateAll(tenant));
        for (int i = 1; i <= 3; i++) {
            school.letter(tenant, "L%03d".formatted(i));
        }
        asIfSignedNineDaysAgo(tenant);
        Caller coordinator = school.coordinator(tenant);
        LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));
        List<List<String>> made = new ArrayList<>();
        for (int threads : List.of(1, 4)) {
            forget(tenant);
            SomeThreads.use(threads);
            Order order = new Order(today.minusDays(threads), null, null, false);
            NightView night = ended(tenant, nights.start(coordinator, order));
            assertThat(night.status()).isEqualTo("COMPLETED");
            assertThat(
                            strings(
                                    "select count(*) from run_part where step ="
                                            + " 'clinical-skill-reports' and run_id = ?",
                                    job(night, "skill-reports").id()))
                    .containsExactly(Integer.toString(threads));
            made.add(withoutDates(tenant));
        }
        assertThat(made.get(0)).hasSizeGreaterThan(12 + 3 + 3 + 6);
        assertThat(made.get(1)).isEqualTo(made.get(0));
    }

    private void asIfSignedNineDaysAgo(Tenant tenant) throws SQLException {
        withoutTriggers(
                "signed_letter",
                "update signed_letter set signed_at = signed_at - interval '9 days' where tenant_id"
                        + " = ?",
                tenant);
        change(
                "update letter_release set released_at = released_at - interval '9 days' where"
                        + " letter_id in (select id from letter where tenant_id = ?)",
                tenant);
    }

    /** What a night made, but for files that print its date: indexes and what sums them up. */
    private List<String> withoutDates(Tenant tenant) throws SQLException {
        List<String> all = new ArrayList<>();
        for (String sql :
                List.of(
                        "select learner_id || ' ' || input_key || ' ' || pdf_sha256 || ' ' ||"
                                + " csv_sha256 from skill_report where tenant_id = ? order by 1",
                        "select learner_id || ' ' || input_key || ' ' || pdf_sha256 from"
                                + " applicant_file where tenant_id = ? order by 1",
                        "select kind || ' ' || subject_id || ' ' || input_key || ' ' || pdf_sha256 ||"
                                + " ' ' || csv_sha256 from figure_report where tenant_id = ? order by"
                                + " 1",
                        "select e.kind || ' ' || e.learner_id || ' ' || e.sha256 from packet_entry e"
                                + " join packet p on p.id = e.packet_id where p.tenant_id = ? and"
                                + " e.learner_id is not null order by 1")) {
            all.addAll(strings(sql, tenant.id()));
        }
        return all;
    }

    private static Order reportsOf(LocalDate tonight, int daysAgo) {
        return new Order(tonight.minusDays(daysAgo), "skill-reports", null, false);
    }

    private List<String> newestReports(Tenant tenant) {
        List<String> all = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            all.add(
                    skillReports
                            .latest(school.learner(tenant, "L00" + i).id())
                            .orElseThrow()
                            .pdf()
                            .hex());
        }
        return all;
    }

    private List<String> artefacts(Tenant tenant) throws SQLException {
        List<String> all = new ArrayList<>();
        all.addAll(
                strings(
                        "select l.code || ' ' || r.pdf_sha256 || ' ' || r.csv_sha256 from skill_report r"
                                + " join learner l on l.id = r.learner_id where r.tenant_id = ? order by 1",
                        tenant.id()));
        all.addAll(
                strings(
                        "select pdf_sha256 from applicant_file where tenant_id = ? order by 1",
                        tenant.id()));
        all.addAll(
                strings(
                        "select e.name || ' ' || e.sha256 from packet_entry e join packet p on p.id = e.packet_id"
                                + " where p.tenant_id = ? and e.kind <> 'SIGNATURE' order by 1",
                        tenant.id()));
        return all;
    }

    /** Those that there are; what has none is read each night. */
    private List<String> stamps(Tenant tenant) throws SQLException {
        List<String> all = new ArrayList<>();
        for (String table : List.of("skill_report", "packet")) {
            all.addAll(
                    strings(
                            "select stamp from "
                                    + table
                                    + " where tenant_id = ? and stamp is not null order by 1",
                            tenant.id()));
        }
        return all;
    }

    private void forget(Tenant tenant) throws SQLException {
        change(
                "delete from packet_entry where packet_id in (select id from packet where tenant_id = ?)",
                tenant);
        for (String table : List.of("packet", "applicant_file", "skill_report", "figure_report")) {
            change("delete from " + table + " where tenant_id = ?", tenant);
        }
    }
}

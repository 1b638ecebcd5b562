package org.preceptorportal.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.preceptorportal.access.Accounts;
import org.preceptorportal.access.AssistantRefused;
import org.preceptorportal.access.Assistants;
import org.preceptorportal.access.Links;
import org.preceptorportal.access.SignIns;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.audit.Verdict;
import org.preceptorportal.evaluation.SubmittedEvaluation;
import org.preceptorportal.form.Publishing;
import org.preceptorportal.judges.Pdfsig;
import org.preceptorportal.judges.Tool;
import org.preceptorportal.ledger.SomeThreads;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterHistory;
import org.preceptorportal.letter.LetterKind;
import org.preceptorportal.letter.StaleDraft;
import org.preceptorportal.manifest.ManifestView;
import org.preceptorportal.manifest.Manifests;
import org.preceptorportal.night.Ended;
import org.preceptorportal.night.NightAlreadyRunning;
import org.preceptorportal.night.NightHour;
import org.preceptorportal.night.NightNotPossible;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.Nights;
import org.preceptorportal.night.Order;
import org.preceptorportal.night.RunState;
import org.preceptorportal.night.RunTrigger;
import org.preceptorportal.night.RunView;
import org.preceptorportal.night.Runs;
import org.preceptorportal.night.SkipView;
import org.preceptorportal.night.StepView;
import org.preceptorportal.night.TakeOver;
import org.preceptorportal.notify.LetterNews;
import org.preceptorportal.packet.Changes;
import org.preceptorportal.packet.Entry;
import org.preceptorportal.packet.PacketNow;
import org.preceptorportal.packet.PacketView;
import org.preceptorportal.packet.PacketZip;
import org.preceptorportal.packet.Packets;
import org.preceptorportal.release.LetterReleasing;
import org.preceptorportal.rendition.OwnPdfs;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.RosterImport;
import org.preceptorportal.roster.RosterUpload;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.seal.Seal;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.PortalClock;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.signing.CoAuthors;
import org.preceptorportal.signing.LetterLife;
import org.preceptorportal.signing.SigningRefused;
import org.preceptorportal.skills.LearnerRecord;
import org.preceptorportal.skills.LearnerRecords;
import org.preceptorportal.skills.SkillReports;
import org.preceptorportal.stepup.SigningCodeRefused;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;
import org.preceptorportal.structure.StructuredWriting;
import org.preceptorportal.verify.Answer;
import org.preceptorportal.verify.LetterVerifying;
import org.preceptorportal.watch.NightFigures;
import org.preceptorportal.watch.NightMails;

/** What may never happen, tried on the real WAR with the real database, one institution a story. */
@ArquillianTest
class HouseIT {
    @Deployment
    static WebArchive war() {
        return RealWar.with(
                HouseIT.class,
                School.class,
                FailingBlobs.class,
                FailingTrail.class,
                Pdfsig.class,
                Tool.class,
                TakeOver.class,
                SomeThreads.class,
                TransactionProbe.class,
                TransactionTick.class);
    }

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject School school;
    @Inject Nights nights;
    @Inject Runs runs;
    @Inject TakeOver takeOver;
    @Inject SkillReports skillReports;
    @Inject LearnerRecords learnerRecords;
    @Inject PortalClock clock;
    @Resource ManagedThreadFactory threads;
    @Inject RosterImport rosters;
    @Inject Sites sites;
    @Inject TransactionTick tick;
    @Inject TransactionProbe probe;
    @Inject Publishing publishing;
    @Inject Packets packets;
    @Inject PacketNow packetNow;
    @Inject Changes changes;
    @Inject Seasons seasons;
    @Inject AuditTrail audit;
    @Inject Seal seal;
    @Inject CoAuthors coAuthors;
    @Inject LetterLife life;
    @Inject StructuredWriting structured;
    @Inject LetterHistory history;
    @Inject OwnPdfs own;
    @Inject LetterVerifying verifying;
    @Inject LetterReleasing releasing;
    @Inject Links links;
    @Inject SignIns signIns;
    @Inject Assistants assistants;
    @Inject Blobs blobs;
    @Inject Accounts accounts;
    @Inject Manifests manifests;
    @Inject NightMails nightMails;
    @Inject LetterNews news;
    @Inject NightFigures figures;
    @Inject UserTransaction transaction;

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data;

    @AfterEach
    void heal() {
        FailingBlobs.heal();
        FailingTrail.heal();
        SomeThreads.heal();
    }

    @Test
    void aDryRunChangesNothingAndASecondImportChangesNothing() {
        Tenant tenant = school.open("import", 1);
        Caller coordinator = school.coordinator(tenant);
        List<RosterUpload> more =
                List.of(
                        new RosterUpload(
                                "sites.csv",
                                "site_code,name,street,city,state,postal_code,time_zone\nS9,South,9 Main St,Flint,MI,48502,America/Detroit\n"
                                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(rosters.dryRun(coordinator, more).files().get(0).added()).isEqualTo(1);
        assertThat(sites.all(tenant.id())).hasSize(1);
        assertThat(rosters.run(coordinator, more).committed()).isTrue();
        assertThat(sites.all(tenant.id())).hasSize(2);
        assertThat(rosters.run(coordinator, more).changesNothing()).isTrue();
    }

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
    void s5_theArchiveGoesOnWhereItFailedAndLiftsEachLetterOnce() throws SQLException {
        Tenant tenant = school.open("archive", 14);
        for (int i = 1; i <= 14; i++) {
            school.letter(tenant, "L%03d".formatted(i));
        }
        // A bound file for each applicant, then not all of the archive files.
        FailingBlobs.failAfter(14 + 13);
        NightView failed = run(tenant);
        assertThat(failed.status()).isEqualTo("FAILED");
        assertThat(step(failed, "letter-packets").made()).isEqualTo(1);
        List<String> before = archived(tenant, "a.sha256");
        assertThat(before).hasSizeLessThan(14);
        assertThat(step(failed, "archive-files").made())
                .as("whole chunks only")
                .isEqualTo(before.size());

        FailingBlobs.heal();
        takeOver.now();
        NightView second = ended(tenant, failed.id());
        assertThat(second.status()).isEqualTo("COMPLETED");
        StepView archive = step(second, "archive-files");
        assertThat(archive.read()).as("each letter once, over both tries").isEqualTo(14);
        assertThat(archive.made()).isEqualTo(14);
        assertThat(archive.expected()).isEqualTo(14);
        assertThat(archived(tenant, "a.sha256")).hasSize(14).containsAll(before);
        assertThat(archived(tenant, "a.number::text")).containsOnly("1");
        assertThat(archived(tenant, "a.level")).containsOnly("PAdES-BASELINE-LTA");
        assertThat(step(run(tenant), "archive-files").read()).isZero();

        // Whoever is given one, and asks by its fingerprint alone, is answered.
        Answer answer = verifying.byHash(archived(tenant, "a.sha256").get(0), "127.0.0.1");
        assertThat(answer.finding()).isEqualTo(Answer.Finding.GENUINE);
        assertThat(answer.level()).isEqualTo("PAdES-BASELINE-LTA");
    }

    @Test
    void s6_aLetterThatCannotBeArchivedIsListedAndTheRestIsLifted() throws Exception {
        Tenant tenant = school.open("bad-original", 3);
        for (String learner : List.of("L001", "L002", "L003")) {
            school.letter(tenant, learner);
        }
        damage(tenant, "L002", "original_sha256");
        NightView night = run(tenant);
        assertThat(night.status()).isEqualTo("COMPLETED");
        assertThat(step(night, "archive-files").made()).isEqualTo(2);
        assertThat(step(night, "archive-files").skipped()).isEqualTo(1);
        assertThat(night.skips())
                .anyMatch(
                        s ->
                                s.label().startsWith("Signed letter ")
                                        && s.reason().contains("gone or damaged"));
    }

    @Test
    void s2_anArchiveFileIsRenewedBeforeItsTimeStampEndsAndTheOriginalStays() throws Exception {
        Tenant tenant = school.open("renewal", 1);
        school.letter(tenant, "L001");
        List<String> original =
                strings(
                        "select original_sha256 from signed_letter where tenant_id = ?",
                        tenant.id());
        run(tenant);
        // As if the first file's time had come: a second one that is to be renewed at once.
        change(
                "insert into archived_letter select nextval('portal_id'), tenant_id,"
                        + " signed_letter_id, 2, sha256, level, lifted_at, now(), run_id from"
                        + " archived_letter where tenant_id = ?",
                tenant);
        assertThat(step(run(tenant), "archive-files").made()).isEqualTo(1);
        List<String> files = archived(tenant, "a.sha256");
        assertThat(files).hasSize(3);
        byte[] first = blob(original.get(0));
        byte[] second = blob(files.get(0));
        byte[] third = blob(files.get(2));
        assertThat(Arrays.copyOf(second, first.length)).isEqualTo(first);
        assertThat(Arrays.copyOf(third, second.length)).isEqualTo(second);
        for (byte[] file : List.of(first, second, third)) {
            assertThat(seal.verify(file).intact()).isTrue();
        }
        assertThatThrownBy(
                        () ->
                                change(
                                        "update archived_letter set number = 9 where tenant_id = ?",
                                        tenant))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("never changes");
        assertThat(step(run(tenant), "archive-files").read()).isZero();
    }

    private List<String> archived(Tenant tenant, String what) throws SQLException {
        return strings(
                "select "
                        + what
                        + " from archived_letter a join signed_letter s on s.id ="
                        + " a.signed_letter_id where a.tenant_id = ? order by s.id, a.number",
                tenant.id());
    }

    private byte[] blob(String sha) throws IOException {
        return Files.readAllBytes(Path.of(data, "blobs", sha.substring(0, 2), sha));
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
    void s3_withoutAnAuditRowThereIsNoSignature() throws SQLException {
        Tenant tenant = school.open("no-trail", 1);
        long letter = school.draft(tenant, "L001");
        FailingTrail.refuseToWrite("letter.signed");
        assertThatThrownBy(() -> school.sign(tenant, "L001", letter))
                .isInstanceOf(RuntimeException.class);
        assertThat(count("select count(*) from signed_letter where tenant_id = ?", tenant))
                .isZero();
        FailingTrail.heal();
        school.sign(tenant, "L001", letter);
        assertThat(count("select count(*) from signed_letter where tenant_id = ?", tenant))
                .isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from audit_event where action = 'letter.signed' and tenant_id = ?",
                                tenant))
                .isEqualTo(1);
        assertThat(audit.verify(tenant.id())).isEmpty();
    }

    @Test
    void aFullDiskSignsNothingAndLosesNothing() throws SQLException {
        Tenant tenant = school.open("full-disk", 1);
        long letter = school.draft(tenant, "L001");
        for (int files = 0; files <= 2; files++) {
            FailingBlobs.failAfter(files);
            if (files == 2) {
                FailingBlobs.failToSync();
            }
            assertThatThrownBy(() -> school.sign(tenant, "L001", letter))
                    .as("after %d files", files)
                    .isInstanceOf(SigningRefused.NotKept.class);
            FailingBlobs.heal();
            assertThat(strings("select status from letter where id = ?", letter))
                    .containsExactly("DRAFTING");
            assertThat(count("select count(*) from signing_round where tenant_id = ?", tenant))
                    .isZero();
            assertThat(school.text(tenant, "L001", letter)).contains(School.SECRET);
        }
        school.sign(tenant, "L001", letter);
        assertThat(strings("select status from letter where id = ?", letter))
                .containsExactly("SIGNED");
    }

    @Test
    void noRowIsCommittedBeforeItsBytesAreDurable() throws Exception {
        byte[] bytes = "not durable".getBytes(StandardCharsets.UTF_8);
        FailingBlobs.failToSync();
        transaction.begin();
        Blob blob = blobs.put(bytes);
        assertThatThrownBy(transaction::commit).isInstanceOf(Exception.class);
        FailingBlobs.heal();
        String listed = "select sha256 from blob where size = ?";
        assertThat(strings(listed, bytes.length)).doesNotContain(blob.sha256().hex());

        transaction.begin();
        blobs.put(bytes);
        transaction.commit();
        assertThat(strings(listed, bytes.length)).contains(blob.sha256().hex());
        assertThat(blobs.read(blob.sha256())).isEqualTo(bytes);
    }

    /** Signed by two, packed, replaced, withdrawn: each version stays, and says what it is. */
    @Test
    void s2_aLettersLifeIsAChainOfVersions() throws SQLException, IOException {
        Tenant tenant = school.open("life", 2);
        long letter = school.draft(tenant, "L001");
        Caller lead = school.author(tenant, "L001");
        Caller second = school.author(tenant, "L002");
        coAuthors.invite(lead, letter, second.personId(), true);
        assertThatThrownBy(() -> school.signNext(second, letter))
                .isInstanceOf(SigningRefused.NotYourTurn.class);
        school.sign(tenant, "L001", letter);
        assertThat(count("select count(*) from signed_letter where tenant_id = ?", tenant))
                .as("one of two has signed")
                .isZero();
        assertThat(coAuthors.mine(second))
                .singleElement()
                .matches(joint -> joint.turn() && !joint.signed());
        school.signNext(second, letter);
        assertThat(coAuthors.mine(second))
                .singleElement()
                .matches(joint -> !joint.turn() && joint.signed());
        Path file =
                Files.write(
                        Files.createTempFile("together", ".pdf"),
                        original(letter, "state = 'CURRENT'"));
        var pdfsig = Pdfsig.judge(file);
        assertThat(pdfsig.signatures()).isEqualTo(2);
        assertThat(pdfsig.valid() && pdfsig.wholeFile()).as(pdfsig.said()).isTrue();
        Files.delete(file);

        releasing.release(
                school.as(school.learner(tenant, "L001")),
                letter,
                school.program(tenant).id(),
                true);
        assertThat(step(run(tenant), "letter-packets").made()).isEqualTo(1);
        life.revise(lead, letter);
        school.sign(tenant, "L001", letter);
        school.signNext(second, letter);
        assertThat(states(letter)).containsExactly("SUPERSEDED", "CURRENT");
        assertThat(step(run(tenant), "letter-packets").made()).as("with the new one").isEqualTo(1);

        Caller staff = school.staff(tenant);
        assertThat(packets.get(staff, packets.list(staff).get(0).id()).entries())
                .extracting(Entry::kind)
                .contains(Entry.Kind.APPLICANT, Entry.Kind.ORIGINAL);
        assertThatThrownBy(() -> life.withdraw(lead, letter, "Signed too soon.", "no code"))
                .isInstanceOf(SigningCodeRefused.class);
        assertThat(states(letter)).containsExactly("SUPERSEDED", "CURRENT");
        school.withdraw(lead, letter);
        assertThat(states(letter)).containsExactly("SUPERSEDED", "WITHDRAWN");
        // As if the postman came only now: the letter is told as withdrawn, never as signed.
        long version =
                Long.parseLong(
                        strings(
                                        "select id from signed_letter where letter_id = ? and number"
                                                + " = 2",
                                        letter)
                                .get(0));
        update("delete from mail where event_key = 'letter-signed:' || ?", version);
        update(
                "insert into letter_news (signed_letter_id, tenant_id) select id, tenant_id from"
                        + " signed_letter where id = ? on conflict do nothing",
                version);
        news.tell(version);
        assertThat(
                        strings(
                                "select count(*) from mail where event_key = 'letter-signed:' || ?",
                                version))
                .containsExactly("0");
        assertThat(seal.verify(original(letter, "number = 1")).intact()).isTrue();
        assertThat(seal.verify(original(letter, "number = 2")).intact()).isTrue();
        assertThat(run(tenant).status()).isEqualTo("COMPLETED");
        List<PacketView> shelf = packets.list(staff);
        assertThat(shelf).hasSizeGreaterThanOrEqualTo(2);
        for (PacketView packet : shelf) {
            assertThat(packets.get(staff, packet.id()).entries())
                    .as("packet of the night of %s", packet.night())
                    .extracting(Entry::kind)
                    .doesNotContain(Entry.Kind.APPLICANT, Entry.Kind.ORIGINAL);
        }
        assertThat(audit.verify(tenant.id())).isEmpty();
    }

    /** SG-8: who asked for a chair's letter gets one that the chair has closed. */
    @Test
    void aChairsLetterIsClosedByTheChair() throws SQLException {
        Tenant tenant = school.open("chair", 2);
        long letter = school.draft(tenant, "L001");
        Caller lead = school.author(tenant, "L001");
        Caller second = school.author(tenant, "L002");
        coAuthors.chairedBy(lead, letter, Letter.Chair.COLLEAGUE);
        assertThat(coAuthors.chair(lead, letter).fault()).contains("no chair is among its authors");
        assertThatThrownBy(() -> school.sign(tenant, "L001", letter))
                .isInstanceOf(SigningRefused.NoChair.class);
        coAuthors.invite(lead, letter, second.personId(), false);
        coAuthors.chairedBy(lead, letter, Letter.Chair.AUTHOR);
        assertThatThrownBy(() -> school.sign(tenant, "L001", letter))
                .isInstanceOf(SigningRefused.ChairNotLast.class);
        coAuthors.remove(lead, letter, second.personId());
        coAuthors.chairedBy(lead, letter, Letter.Chair.NONE);
        coAuthors.invite(lead, letter, second.personId(), true);
        assertThat(coAuthors.chair(lead, letter))
                .isEqualTo(new CoAuthors.Chairing(Letter.Chair.COLLEAGUE, null));
        school.sign(tenant, "L001", letter);
        school.signNext(second, letter);
        assertThat(
                        strings(
                                "select chair::text from author_signature where letter_id = ?"
                                        + " order by place",
                                letter))
                .containsExactly("false", "true");
        assertThat(states(letter)).containsExactly("CURRENT");
    }

    /** A new version begins from what the signed one was made of, also after one was given up. */
    @Test
    void s9_aRevisedStructuredLetterKeepsItsKindAndItsAnswers() throws SQLException {
        Tenant tenant = school.open("revised", 1);
        long letter = school.draft(tenant, "L001");
        Caller author = school.author(tenant, "L001");
        Map<String, String> said = begin(author, letter, "internal-medicine");
        answer(author, letter, said);
        school.sign(tenant, "L001", letter);

        life.revise(author, letter);
        assertThat(structured.sheet(author, letter).answers().values()).isEqualTo(said);
        Map<String, String> better = new HashMap<>(said);
        better.replaceAll((question, answer) -> answer.equals("2") ? "3" : answer + " indeed");
        answer(author, letter, better);
        answer(author, letter, Map.of());
        structured.toWords(author, letter, structured.sheet(author, letter).version());
        life.keep(author, letter);
        assertThat(strings("select kind from letter where id = ?", letter))
                .as("the new version was given up as prose")
                .containsExactly("STRUCTURED");
        assertThat(structured.sheet(author, letter).answers().values()).isEqualTo(said);

        life.revise(author, letter);
        assertThat(structured.sheet(author, letter).answers().values()).isEqualTo(said);
        LetterHistory.Kept given =
                history.of(author, letter).stream()
                        .filter(k -> k.said().stream().anyMatch(f -> f.value().endsWith("indeed")))
                        .findFirst()
                        .orElseThrow();
        int version = structured.sheet(author, letter).version();
        history.restore(author, letter, version, given.id());
        assertThat(structured.sheet(author, letter).answers().values())
                .as("what was cleared and given up is there")
                .isEqualTo(better);
        school.sign(tenant, "L001", letter);
        assertThat(strings("select kind from signed_letter where letter_id = ?", letter))
                .containsExactly("STRUCTURED", "STRUCTURED");
    }

    /** Answers for a service's own pages are kept though the letter beside them is none of them. */
    @Test
    void s9_answersBesideALetterAreKeptBeforeOthersComeBack() throws SQLException {
        Tenant tenant = school.open("beside", 1);
        long letter = school.draft(tenant, "L001");
        Caller author = school.author(tenant, "L001");
        Map<String, String> first = begin(author, letter, "dermatology");
        answer(author, letter, first);
        answer(author, letter, Map.of());
        answer(author, letter, ending(first, "indeed"));
        history.restore(
                author,
                letter,
                structured.sheet(author, letter).version(),
                history.of(author, letter).stream()
                        .filter(kept -> kept.kind() == LetterKind.STRUCTURED)
                        .findFirst()
                        .orElseThrow()
                        .id());
        assertThat(structured.sheet(author, letter).answers().values()).isEqualTo(first);
        assertThat(kept(author, letter, "indeed")).as("what stood there").isEqualTo(1);

        answer(author, letter, begin(author, letter, "internal-medicine"));
        school.sign(tenant, "L001", letter);
        life.revise(author, letter);
        answer(author, letter, ending(begin(author, letter, "dermatology"), "anew"));
        assertThat(strings("select kind from letter where id = ?", letter))
                .as("a service's own form is no letter")
                .containsExactly("WORDS");
        life.keep(author, letter);
        life.revise(author, letter);
        assertThat(structured.sheet(author, letter).structure().code())
                .isEqualTo("internal-medicine");
        assertThat(kept(author, letter, "anew")).as("given up").isEqualTo(1);
    }

    /** Begins a form, and says what may be answered to it. */
    private Map<String, String> begin(Caller author, long letter, String form) {
        structured.begin(author, letter, structured.choice(author, letter).version(), form);
        Map<String, String> said = new HashMap<>();
        structured
                .sheet(author, letter)
                .structure()
                .questions()
                .forEach(q -> said.put(q.code(), q.isText() ? "good ".repeat(40).strip() : "2"));
        return said;
    }

    private static Map<String, String> ending(Map<String, String> said, String last) {
        Map<String, String> more = new HashMap<>(said);
        more.replaceAll((question, answer) -> answer.equals("2") ? "3" : answer + " " + last);
        return more;
    }

    private long kept(Caller author, long letter, String ending) {
        return history.of(author, letter).stream()
                .filter(k -> k.said().stream().anyMatch(f -> f.value().endsWith(ending)))
                .count();
    }

    /** A PDF of one's own is where the next version begins, and what its history brings back. */
    @Test
    void s9_aRevisedOwnPdfBeginsFromTheSignedFile() throws SQLException, IOException {
        Tenant tenant = school.open("brought", 2);
        long letter = school.draft(tenant, "L002");
        Caller author = school.author(tenant, "L002");
        byte[] first = HouseIT.class.getResourceAsStream("/demo/own-letter.pdf").readAllBytes();
        byte[] second = Arrays.copyOf(first, first.length + 1);
        second[first.length] = '\n';
        own.upload(author, letter, own.view(author, letter).version(), first);
        school.sign(tenant, "L002", letter);

        life.revise(author, letter);
        assertThat(own.view(author, letter)).matches(v -> v.chosen() && v.writable());
        assertThat(brought(letter)).isEqualTo(Sha256.of(first).hex());
        own.upload(author, letter, own.view(author, letter).version(), second);
        own.toWords(author, letter, own.view(author, letter).version());
        life.keep(author, letter);
        assertThat(brought(letter)).as("given up").isEqualTo(Sha256.of(first).hex());

        life.revise(author, letter);
        assertThat(own.view(author, letter).chosen()).isTrue();
        LetterHistory.Kept givenUp =
                history.of(author, letter).stream()
                        .filter(kept -> kept.kind() == LetterKind.OWN_PDF)
                        .findFirst()
                        .orElseThrow();
        history.restore(author, letter, own.view(author, letter).version(), givenUp.id());
        assertThat(brought(letter)).as("brought back").isEqualTo(Sha256.of(second).hex());
        school.sign(tenant, "L002", letter);
        assertThat(states(letter)).containsExactly("SUPERSEDED", "CURRENT");
        assertThat(original(letter, "number = 1")).startsWith(first);
        assertThat(original(letter, "number = 2")).startsWith(second);
        assertThat(seal.verify(original(letter, "number = 1")).intact()).isTrue();
        assertThat(seal.verify(original(letter, "number = 2")).intact()).isTrue();
        assertThat(strings("select plain from signed_letter where letter_id = ?", letter))
                .containsExactly("", "");
    }

    private String brought(long letter) throws SQLException {
        return strings("select sha256 from own_pdf where letter_id = ?", letter).get(0);
    }

    private void answer(Caller author, long letter, Map<String, String> said) {
        structured.save(author, letter, structured.sheet(author, letter).version(), said, false);
    }

    private List<String> states(long letter) throws SQLException {
        return strings(
                "select state from signed_letter where letter_id = ? order by number", letter);
    }

    private byte[] original(long letter, String which) throws SQLException, IOException {
        String sha256 =
                strings(
                                "select original_sha256 from signed_letter where letter_id = ? and "
                                        + which,
                                letter)
                        .get(0);
        return Files.readAllBytes(Path.of(data, "blobs", sha256.substring(0, 2), sha256));
    }

    @Test
    void s3_theDatabaseRefusesToChangeTheTrail() {
        Tenant tenant = school.open("trail", 1);
        assertThatThrownBy(
                        () ->
                                change(
                                        "update audit_event set actor = 'nobody' where tenant_id = ?",
                                        tenant))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> change("delete from audit_event where tenant_id = ?", tenant))
                .hasMessageContaining("append-only");
    }

    /** By somebody who may do anything in the database, and recomputes nothing. */
    @Test
    void s3_eventsCutOffBehindTheLastAnchorAreMissed() throws SQLException {
        Tenant tenant = school.open("anchor", 1);
        assertThat(step(run(tenant), "audit-anchors").made()).isEqualTo(1);
        Verdict verdict = audit.examine(tenant.id());
        assertThat(verdict.whole()).isTrue();
        long anchored = verdict.anchored().orElseThrow().number();
        assertThatThrownBy(() -> change("delete from audit_anchor where tenant_id = ?", tenant))
                .hasMessageContaining("never changes");
        withoutTriggers(
                "audit_event",
                "delete from audit_event where tenant_id = ? and number >= " + anchored,
                tenant);
        verdict = audit.examine(tenant.id());
        assertThat(verdict.finding()).isEqualTo(Verdict.Finding.CUT);
        assertThat(verdict.firstBroken()).hasValue(anchored);
        withoutTriggers("audit_anchor", "delete from audit_anchor where tenant_id = ?", tenant);
        assertThat(audit.examine(tenant.id()).finding())
                .as("the file tells it too")
                .isEqualTo(Verdict.Finding.CUT);
        // No new anchor blesses what is left.
        assertThat(step(run(tenant), "audit-anchors").skipped()).isEqualTo(1);
    }

    private void withoutTriggers(String table, String sql, Tenant tenant) throws SQLException {
        try (Connection c = database.getConnection();
                Statement statement = c.createStatement()) {
            statement.execute("alter table " + table + " disable trigger user");
            change(sql, tenant);
            statement.execute("alter table " + table + " enable trigger user");
        }
    }

    @Test
    void s2_theDatabaseRefusesToChangeASignedLetter() {
        Tenant tenant = school.open("final", 1);
        school.letter(tenant, "L001");
        assertThatThrownBy(
                        () ->
                                change(
                                        "update signed_letter set original_sha256 = upload_sha256 where tenant_id = ?",
                                        tenant))
                .hasMessageContaining("never changes");
        assertThatThrownBy(() -> change("delete from signed_letter where tenant_id = ?", tenant))
                .hasMessageContaining("never changes");
    }

    @Test
    void theDatabaseRefusesToChangeAPublishedForm() throws SQLException {
        Tenant tenant = school.open("forms", 1);
        Caller coordinator = school.coordinator(tenant);
        long draft = publishing.start(coordinator, "mid", 1, true);
        publishing.publish(coordinator, draft, publishing.draft(coordinator, draft).version());
        for (String change :
                List.of(
                        "update evaluation_form set body = 'x' where tenant_id = ?",
                        "update evaluation_form set number = 2 where tenant_id = ?",
                        "delete from evaluation_form where tenant_id = ?")) {
            assertThatThrownBy(() -> change(change, tenant)).hasMessageContaining("never changes");
        }
        publishing.retire(coordinator, "own-mid");
        assertThatThrownBy(
                        () ->
                                change(
                                        "update evaluation_form set retired_at = null where tenant_id = ?",
                                        tenant))
                .hasMessageContaining("never changes");
    }

    @Test
    void s1_noMailAndNoAuditDetailHoldsWordsOfALetter() throws SQLException {
        Tenant tenant = school.open("quiet", 1);
        school.evaluateAll(tenant);
        school.letter(tenant, "L001");
        String secret = "%" + School.SECRET + "%";
        assertThat(
                        count(
                                "select count(*) from letter where tenant_id = ? and body like '"
                                        + secret
                                        + "'",
                                tenant))
                .isEqualTo(1);
        assertThat(count("select count(*) from mail where tenant_id = ? and body <> ''", tenant))
                .isPositive();
        assertThat(
                        count(
                                "select count(*) from mail where tenant_id = ? and (body like '"
                                        + secret
                                        + "' or subject like '"
                                        + secret
                                        + "')",
                                tenant))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from audit_event where tenant_id = ? and detail like '"
                                        + secret
                                        + "'",
                                tenant))
                .isZero();
    }

    @Test
    void s4_aPacketIsSeenByItsOwnProgramAndInstitutionOnly() throws SQLException {
        Tenant tenant = school.open("walls-a", 1);
        Tenant other = school.open("walls-b", 1);
        school.evaluateAll(tenant);
        school.letter(tenant, "L001");
        run(tenant);
        long id = packets.list(school.staff(tenant)).get(0).id();
        assertThat(packets.get(school.staff(tenant), id).packet().id()).isEqualTo(id);
        assertThat(packets.list(school.staff(other))).isEmpty();
        assertThatThrownBy(() -> packets.get(school.staff(other), id))
                .isInstanceOf(NotForCaller.class);
        assertThatThrownBy(() -> packets.get(school.coordinator(other), id))
                .isInstanceOf(NotForCaller.class);
        assertThat(
                        count(
                                "select count(*) from audit_event where action = 'access.refused' and tenant_id = ?",
                                other))
                .isEqualTo(2);
    }

    @Test
    void s9_aStaleSaveIsRefusedAndTheNewerTextStays() {
        Tenant tenant = school.open("stale", 1);
        long letter = school.draft(tenant, "L001");
        assertThatThrownBy(() -> school.saveOver(tenant, "L001", letter, 0))
                .isInstanceOf(StaleDraft.class);
        assertThat(school.text(tenant, "L001", letter)).contains(School.SECRET);
    }

    @Test
    void s10_whatATickDoesIsOneTransaction() throws Exception {
        assertThat(tick.wasOne()).isTrue();
    }

    /** Without {@code OwnThreads} the last transaction says "Operation not allowed". */
    @Test
    void s5_aThreadMayCommitWhateverOthersDoInTheSameBean() throws Exception {
        CountDownLatch otherIsIn = new CountDownLatch(1);
        CountDownLatch thisIsOut = new CountDownLatch(1);
        Thread other =
                threads.newThread(
                        () ->
                                probe.duringWithin(
                                        () -> {
                                            otherIsIn.countDown();
                                            await(thisIsOut);
                                        }));
        probe.during(
                () -> {
                    other.start();
                    await(otherIsIn);
                });
        try {
            transaction.begin();
            transaction.commit();
        } finally {
            thisIsOut.countDown();
            other.join();
        }
    }

    @Test
    void s3_nothingIsCommittedAfterAnError() throws SQLException {
        String name = "e".repeat(64);
        assertThatThrownBy(() -> probe.during(() -> endsWithError(name)))
                .isInstanceOf(LinkageError.class);
        assertThat(strings("select sha256 from blob where size = ?", 4711)).doesNotContain(name);
    }

    private void endsWithError(String name) {
        try (Connection c = database.getConnection();
                PreparedStatement insert =
                        c.prepareStatement(
                                "insert into blob (sha256, size, crc32, stored_at) values (?, 4711,"
                                        + " 0, now())")) {
            insert.setString(1, name);
            assertThat(insert.executeUpdate()).isOne();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        throw new LinkageError("a class that cannot be loaded");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void wrongSigningCodesAreCountedThoughTheSignatureIsRolledBack() throws SQLException {
        Tenant tenant = school.open("wrong-code", 1);
        long letter = school.draft(tenant, "L001");
        for (int i = 1; i <= 2; i++) {
            assertThatThrownBy(() -> school.signWith(tenant, "L001", letter, "00000000"))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(strings("select attempts::text from signing_code where letter_id = ?", letter))
                .containsExactly("2");
    }

    @Test
    void aSignInEndsAtItsLimitsAndWithItsAccount() throws SQLException {
        Tenant tenant = school.open("limits", 1);
        String cookie = enter(link(tenant, "Ana"), null);
        assertThat(visitor(cookie).name()).startsWith("Ana Ruiz");

        String set =
                "update sign_in set %s where account_id in (select id from account where tenant_id ="
                        + " ?)";
        change(set.formatted("last_used_at = now() - interval '12 hours'"), tenant);
        assertThat(signIns.visitor(cookie, "127.0.0.1")).isEmpty();
        change(set.formatted("last_used_at = now() - interval '11 hours'"), tenant);
        assertThat(signIns.visitor(cookie, "127.0.0.1")).isPresent();
        assertThat(
                        count(
                                "select count(*) from sign_in s join account a on a.id = s.account_id"
                                        + " where a.tenant_id = ? and last_used_at > now() - interval"
                                        + " '1 minute'",
                                tenant))
                .as("a use is written down")
                .isEqualTo(1);

        change(set.formatted("expires_at = now()"), tenant);
        assertThat(signIns.visitor(cookie, "127.0.0.1")).isEmpty();
        change(set.formatted("expires_at = now() + interval '1 hour'"), tenant);
        assertThat(signIns.visitor(cookie, "127.0.0.1")).isPresent();

        change("update account set active = false where tenant_id = ?", tenant);
        assertThat(signIns.visitor(cookie, "127.0.0.1")).isEmpty();
    }

    @Test
    void theKeyOfUnsentTypingOutlivesAnExpiryAndNoSignOut() throws SQLException {
        Tenant tenant = school.open("keys", 1);
        String cookie = enter(link(tenant, "Ana"), null);
        String key = key(cookie);
        assertThat(java.util.Base64.getDecoder().decode(key)).hasSize(32);
        change(
                "update sign_in set expires_at = now() where account_id in (select id from account"
                        + " where tenant_id = ?)",
                tenant);
        String again = enter(link(tenant, "Ana"), cookie);
        assertThat(key(again)).as("the same browser").isEqualTo(key);
        String elsewhere = enter(link(tenant, "Ana"), null);
        assertThat(key(elsewhere)).as("another browser").isNotEqualTo(key);
        String colleague = enter(link(tenant, "Omar"), again);
        assertThat(key(colleague)).as("another person, same browser").isNotEqualTo(key);
        assertThat(signIns.visitor(again, "127.0.0.1")).as("one person a browser").isEmpty();
        String back = enter(link(tenant, "Ana"), colleague);
        assertThat(key(back)).as("back again").isEqualTo(key);

        long here = signIns.visitor(back, "127.0.0.1").orElseThrow().signInId();
        signIns.end(visitor(elsewhere), here);
        assertThat(signIns.visitor(back, "127.0.0.1")).isEmpty();
        assertThat(signIns.visitor(elsewhere, "127.0.0.1")).isPresent();
        assertThat(key(enter(link(tenant, "Ana"), back))).as("signed out").isNotEqualTo(key);
        signIns.endAll(visitor(elsewhere));
        assertThat(signIns.visitor(elsewhere, "127.0.0.1")).isEmpty();

        String stranger = enter(link(tenant, "Omar"), null);
        long ofStranger = signIns.visitor(stranger, "127.0.0.1").orElseThrow().signInId();
        Caller ana = visitor(enter(link(tenant, "Ana"), null));
        assertThatThrownBy(() -> signIns.end(ana, ofStranger)).isInstanceOf(NotForCaller.class);
    }

    @Test
    void anAssistantComesInUnderTheirOwnNameUntilTheyAreRemoved() throws SQLException {
        Tenant tenant = school.open("assist", 1);
        Caller ana = school.preceptor(tenant, "Ana");
        Caller omar = school.preceptor(tenant, "Omar");
        assistants.invite(ana, "Sam Okafor", "Sam@assist.example");
        assistants.invite(omar, "Sam Okafor", "sam@assist.example");
        assertThatThrownBy(() -> assistants.invite(ana, "Sam", "sam@assist.example"))
                .isInstanceOf(AssistantRefused.class);
        assertThatThrownBy(() -> assistants.invite(ana, "Learner", "learner1@assist.example"))
                .as("advice and authorship stay apart")
                .isInstanceOf(AssistantRefused.class);
        assertThatThrownBy(() -> assistants.invite(ana, "Ana", "ana@assist.example"))
                .isInstanceOf(AssistantRefused.class);
        assertThatThrownBy(() -> assistants.mine(school.coordinator(tenant)))
                .isInstanceOf(NotForCaller.class);

        List<String> mails =
                strings("select body from mail where tenant_id = ? order by id", tenant.id());
        assertThat(mails).hasSize(2);
        String forAna = enter(mails.get(0).replaceAll("(?s).*(http\\S+t=\\S+).*", "$1"), null);
        String forOmar = enter(mails.get(1).replaceAll("(?s).*(http\\S+t=\\S+).*", "$1"), null);
        Caller sam = visitor(forAna);
        assertThat(sam.role()).isEqualTo(Role.ASSISTANT);
        assertThat(sam.name()).isEqualTo("Sam Okafor");
        assertThat(sam.actsFor(ana.personId())).isTrue();
        assertThat(sam.actsFor(omar.personId())).isFalse();

        links.request("sam@assist.example", "/home", "10.1.2.3");
        assertThat(
                        strings(
                                        "select body from mail where tenant_id = ? order by id desc limit 1",
                                        tenant.id())
                                .get(0))
                .contains("as an assistant of Ana Ruiz", "as an assistant of Omar Haddad");

        long id = assistants.mine(ana).get(0).id();
        assertThatThrownBy(() -> assistants.remove(omar, id)).isInstanceOf(NotForCaller.class);
        assistants.remove(ana, id);
        assertThat(assistants.mine(ana)).isEmpty();
        assertThat(signIns.visitor(forAna, "127.0.0.1")).isEmpty();
        assertThat(signIns.visitor(forOmar, "127.0.0.1")).isPresent();
        assertThat(
                        strings(
                                "select actor from audit_event where tenant_id = ? and role ="
                                        + " 'ASSISTANT' order by number limit 1",
                                tenant.id()))
                .containsExactly("Sam Okafor");
        // Somebody who assisted and becomes a learner is shut out too.
        change(
                "update learner set email = 'sam@assist.example' where tenant_id = ? and code ="
                        + " 'L001'",
                tenant);
        assertThat(signIns.visitor(forOmar, "127.0.0.1")).isEmpty();
        links.request("sam@assist.example", "/home", "10.1.2.3");
        assertThat(
                        strings(
                                        "select body from mail where tenant_id = ? order by id desc limit 1",
                                        tenant.id())
                                .get(0))
                .contains("as a learner")
                .doesNotContain("as an assistant");
    }

    private String link(Tenant tenant, String preceptor) {
        return links.link(
                tenant.id(),
                Role.PRECEPTOR,
                school.preceptor(tenant, preceptor).personId(),
                "/home");
    }

    private static String token(String link) {
        return link.substring(link.indexOf("t=") + 2);
    }

    private String enter(String link, String oldCookie) {
        long account = links.use(token(link), "127.0.0.1").orElseThrow().accountId();
        return signIns.begin(account, oldCookie, "Firefox/133.0 Linux", "127.0.0.1");
    }

    private Caller visitor(String cookie) {
        return signIns.visitor(cookie, "127.0.0.1").orElseThrow().caller();
    }

    private String key(String cookie) {
        return signIns.draftKey(signIns.visitor(cookie, "127.0.0.1").orElseThrow().signInId())
                .key();
    }

    /** Stopped in the middle by a person, then restarted by two at once. */
    @Test
    void s5_aStoppedNightStaysStoppedUntilOneOfTwoRestartsGoesOn() throws Exception {
        Tenant tenant = school.open("stop", 120);
        school.evaluateAll(tenant);
        Caller coordinator = school.coordinator(tenant);
        FailingBlobs.holdAfter(60);
        long id = nights.start(coordinator);
        FailingBlobs.awaitHeld();
        nights.stop(coordinator, id);
        FailingBlobs.heal();
        NightView stopped = ended(tenant, id);
        assertThat(stopped.status()).isEqualTo("STOPPED");
        assertThat(job(stopped, "skill-reports").state()).isEqualTo(RunState.STOPPED);
        assertThat(job(stopped, "letter-packets").state()).isEqualTo(RunState.WAITING);
        StepView step = step(stopped, "clinical-skill-reports");
        assertThat(step.read()).as("whole chunks only").isEqualTo(step.made()).isLessThan(120);
        assertThat(step.expected()).isEqualTo(120);
        assertThat(step.made()).isEqualTo(reports(tenant));
        takeOver.now();
        assertThat(runs.night(coordinator, id).status()).as("NI-8").isEqualTo("STOPPED");

        AtomicInteger won = new AtomicInteger();
        List<Thread> two = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            two.add(
                    threads.newThread(
                            () -> {
                                nights.restart(coordinator, id);
                                won.incrementAndGet();
                            }));
        }
        FailingBlobs.holdAfter(0);
        two.forEach(Thread::start);
        for (Thread each : two) {
            each.join();
        }
        FailingBlobs.heal();
        assertThat(won).as("NI-3").hasValue(1);
        NightView night = ended(tenant, id);
        assertThat(night.status()).isEqualTo("COMPLETED");
        assertThat(night.cutoff()).isEqualTo(stopped.cutoff());
        assertThat(step(night, "clinical-skill-reports").read()).isEqualTo(120);
        assertThat(step(night, "clinical-skill-reports").made()).isEqualTo(120);
        assertThat(reports(tenant)).isEqualTo(120);
        assertThatThrownBy(() -> nights.restart(coordinator, id))
                .isInstanceOf(NightNotPossible.class);
    }

    @Test
    void ni11_aStoreThatRefusesForAMomentCostsTheNightNothing() throws Exception {
        Tenant tenant = school.open("refuses", 60);
        school.evaluateAll(tenant);
        Caller coordinator = school.coordinator(tenant);
        FailingBlobs.failAfter(70);
        long id = nights.start(coordinator);
        waitUntil(
                "select count(*) from run_retry t join run r on r.id = t.run_id where r.night_id = ?",
                id);
        FailingBlobs.heal();
        NightView night = ended(tenant, id);
        assertThat(night.status()).isEqualTo("COMPLETED");
        assertThat(night.failure()).isNull();
        assertThat(job(night, "skill-reports").retries()).isNotEmpty();
        assertThat(job(night, "skill-reports").retries().get(0).failure())
                .isEqualTo("clinical-skill-reports: IOException");
        StepView step = step(night, "clinical-skill-reports");
        assertThat(step.read()).as("each learner once, over all tries").isEqualTo(60);
        assertThat(step.made()).isEqualTo(60).isEqualTo(reports(tenant));
    }

    @Test
    void ni11_aDatabaseThatThrowsEverybodyOutForAMomentCostsTheNightNothing() throws Exception {
        Tenant tenant = school.open("thrown-out", 60);
        school.evaluateAll(tenant);
        Caller coordinator = school.coordinator(tenant);
        FailingBlobs.holdAfter(70);
        long id = nights.start(coordinator);
        FailingBlobs.awaitHeld();
        try (Connection c = database.getConnection();
                Statement statement = c.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
                            + " current_database() and pid <> pg_backend_pid() and backend_type ="
                            + " 'client backend'");
        }
        FailingBlobs.heal();
        // Connections of the pool that were thrown out are noticed within two seconds.
        Thread.sleep(3000);
        NightView night = ended(tenant, id);
        assertThat(night.status()).isEqualTo("COMPLETED");
        assertThat(job(night, "skill-reports").retries()).isNotEmpty();
        StepView step = step(night, "clinical-skill-reports");
        assertThat(step.read()).isEqualTo(60);
        assertThat(step.made()).isEqualTo(60).isEqualTo(reports(tenant));
    }

    /** As another node would: it raises the epoch while this one is in the middle of its chunks. */
    @Test
    void ni2_aNodeThatWasTakenOverCommitsNoMoreAndTheNextOneFinishes() throws Exception {
        Tenant tenant = school.open("taken", 120);
        school.evaluateAll(tenant);
        Caller coordinator = school.coordinator(tenant);
        FailingBlobs.holdAfter(60);
        long id = nights.start(coordinator);
        FailingBlobs.awaitHeld();
        long run = job(runs.night(coordinator, id), "skill-reports").id();
        update("update run set epoch = epoch + 1, owner = 'elsewhere' where id = ?", run);
        update("update run_part set epoch = epoch + 1 where run_id = ?", run);
        int before = reports(tenant);
        FailingBlobs.heal();
        waitUntil(
                "select count(*) from jb_executioninstancedata where batchstatus = 'FAILED' and"
                        + " jobexecid = (select execution_id from run where id = ?)",
                run);
        assertThat(reports(tenant)).as("nothing after the take-over").isEqualTo(before);
        NightView lost = runs.night(coordinator, id);
        assertThat(lost.status()).isEqualTo("RUNNING");
        assertThat(step(lost, "clinical-skill-reports").made()).isEqualTo(before);

        update("update run set lease_until = now() - interval '1 second' where id = ?", run);
        takeOver.tick();
        NightView night = ended(tenant, id);
        assertThat(night.status()).isEqualTo("COMPLETED");
        assertThat(job(night, "skill-reports").epoch()).isEqualTo(3);
        assertThat(step(night, "clinical-skill-reports").made()).isEqualTo(120);
        assertThat(reports(tenant)).isEqualTo(120);
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
                                assertThat(learner.evaluations())
                                        .singleElement()
                                        .extracting(SubmittedEvaluation::id)
                                        .isEqualTo(learner.sheets().get(0).id()));
        assertThat(learners(tenant, Instant.now()).get(0).evaluations().get(0).id())
                .isNotEqualTo(learners(tenant, past.cutoff()).get(0).evaluations().get(0).id());
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

    private List<LearnerRecord> learners(Tenant tenant, Instant cutoff) {
        String season = seasons.all().get(0).code();
        List<Long> ids = learnerRecords.ids(tenant.id(), cutoff);
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

    @Test
    void ni5_aPausedInstitutionHasNoScheduledNightAndOneOnlyWhenItGoesOn() throws SQLException {
        Tenant tenant = school.open("pause", 1);
        Caller coordinator = school.coordinator(tenant);
        Instant due =
                ZonedDateTime.now(ZoneId.of("America/New_York"))
                        .plusDays(1)
                        .withHour(4)
                        .toInstant();
        nights.pause(coordinator);
        takeOver.startDue(tenant, due);
        assertThat(runs.nights(coordinator, 9)).isEmpty();
        nights.resume(coordinator);
        takeOver.startDue(tenant, due);
        takeOver.startDue(tenant, due);
        assertThat(runs.nights(coordinator, 9))
                .singleElement()
                .extracting(NightView::trigger)
                .isEqualTo(RunTrigger.SCHEDULED);
        ended(tenant, runs.nights(coordinator, 1).get(0).id());
        takeOver.startDue(tenant, due);
        assertThat(runs.nights(coordinator, 9)).hasSize(1);
    }

    @Test
    void ni10_whatFailedAsTheNodeWentDownGoesOnUnlessPausedOrDry() throws Exception {
        Tenant tenant = school.open("left", 30);
        school.evaluateAll(tenant);
        Caller coordinator = school.coordinator(tenant);
        FailingBlobs.failAfter(20);
        NightView failed = run(tenant);
        assertThat(failed.status()).isEqualTo("FAILED");
        FailingBlobs.heal();
        nights.pause(coordinator);
        takeOver.now();
        assertThat(runs.night(coordinator, failed.id()).status()).isEqualTo("FAILED");
        nights.resume(coordinator);
        change("update night set dry_run = true where tenant_id = ?", tenant);
        takeOver.now();
        assertThat(runs.night(coordinator, failed.id()).status()).isEqualTo("FAILED");
        change("update night set dry_run = false where tenant_id = ?", tenant);
        takeOver.now();
        assertThat(ended(tenant, failed.id()).status()).isEqualTo("COMPLETED");
    }

    /** The night is held in its first job; the program's own night is not. */
    @Test
    void oneProgramsNightRunsBesideTheInstitutions() throws SQLException {
        Tenant tenant = school.open("lane", 2);
        school.evaluateAll(tenant);
        school.letter(tenant, "L001");
        Caller coordinator = school.coordinator(tenant);
        long program = school.program(tenant).id();
        Order lane = new Order(null, null, program, false);
        update(
                "insert into night (id, tenant_id, season, night, trigger, requested_by, requested_at,"
                        + " cutoff, status, stop_asked) values (-1, ?, '2027', now(), 'REQUESTED',"
                        + " 'test', now(), now(), 'RUNNING', true)",
                tenant.id());
        update(
                "insert into run (id, night_id, tenant_id, job, status, lease_until) values (-1, -1, ?,"
                        + " 'skill-reports', 'STARTED', now() + interval '1 hour')",
                tenant.id());
        assertThatThrownBy(() -> nights.start(coordinator)).isInstanceOf(NightAlreadyRunning.class);
        NightView night = ended(tenant, nights.start(coordinator, lane));
        assertThat(night.status()).isEqualTo("COMPLETED");
        assertThat(night.runs()).extracting(RunView::job).containsExactly("letter-packets");
        assertThat(step(night, "letter-packets").made()).isEqualTo(1);
        update(
                "update run set status = 'STOPPED' where night_id = -1 and tenant_id = ?",
                tenant.id());
        assertThat(ended(tenant, -1).status()).isEqualTo("STOPPED");
        assertThat(run(tenant).status()).isEqualTo("COMPLETED");
        assertThatThrownBy(() -> nights.start(school.coordinator(school.open("lane-b", 1)), lane))
                .isInstanceOf(NotForCaller.class);
    }

    /** S10: whichever way somebody starts it. */
    @Test
    void s10_inTheDaysOfSilenceOneProgramsNightNeedsTheWordThatItAsked() throws Exception {
        Tenant tenant = school.open("silence", 1);
        school.letter(tenant, "L001");
        Caller coordinator = school.coordinator(tenant);
        long program = school.program(tenant).id();
        Instant silence = seasons.get("2027").soap().from().plus(Duration.ofHours(1));
        Order unasked = new Order(null, "letter-packets", program, false);

        FailingBlobs.failAfter(0);
        AtomicLong before = new AtomicLong();
        clock.at(
                silence.minus(Duration.ofDays(1)),
                () -> before.set(nights.start(coordinator, unasked)));
        assertThat(ended(tenant, before.get()).status()).isEqualTo("FAILED");
        FailingBlobs.heal();

        AtomicLong made = new AtomicLong();
        clock.at(
                silence,
                () -> {
                    for (Order order : List.of(unasked, new Order(null, null, program, false))) {
                        assertThatThrownBy(() -> nights.start(coordinator, order))
                                .isInstanceOf(NightNotPossible.class);
                    }
                    assertThatThrownBy(() -> packetNow.make(coordinator, program, false))
                            .isInstanceOf(NightNotPossible.class);
                    assertThatThrownBy(() -> nights.restart(coordinator, before.get()))
                            .as("ordered when no word was needed")
                            .isInstanceOf(NightNotPossible.class);
                    assertThat(packetNow.onlyIfAsked(coordinator)).isTrue();
                    made.set(
                            nights.start(
                                    coordinator,
                                    new Order(null, "letter-packets", program, false, true)));
                });
        assertThat(step(ended(tenant, made.get()), "letter-packets").made()).isEqualTo(1);
        clock.at(silence, () -> made.set(packetNow.make(school.staff(tenant), program, false)));
        assertThat(ended(tenant, made.get()).made()).as("it is there").isZero();
        assertThat(
                        strings(
                                "select detail from audit_event where tenant_id = ? and action in"
                                        + " ('night.started', 'packet.ordered') order by number",
                                tenant.id()))
                .containsExactly(
                        "by request",
                        "by request, the program asked",
                        "by request, the program asked",
                        "night " + made.get() + ", the program asked");
    }

    /** Three programs, four letters; one of them is withdrawn. */
    @Test
    void s5_whenALetterIsWithdrawnExactlyItsPacketsChange() throws Exception {
        Tenant tenant = school.open("exact", 3);
        List<Program> programs = school.programs(tenant, "1400000002", "1400000003");
        Program first = programs.get(0);
        Program second = programs.get(1);
        Program third = programs.get(2);
        Rotation rotation = school.rotation(tenant, "L001");
        long letter = school.letter(rotation, first, second);
        school.letter(school.rotation(tenant, "R901", "L001", "1234567893"), first);
        school.letter(school.rotation(tenant, "L002"), first);
        school.letter(school.rotation(tenant, "L003"), second, third);
        NightView night = run(tenant);
        assertThat(step(night, "applicant-files").made()).isEqualTo(5);
        assertThat(step(night, "letter-packets").made()).isEqualTo(3);
        List<String> files = keyed(tenant, "applicant_file");
        List<String> packed = keyed(tenant, "packet");
        List<Sha256> bytes = List.of(zip(first), zip(second), zip(third));

        night = run(tenant);
        assertThat(step(night, "applicant-files").made()).as("nothing changed").isZero();
        assertThat(step(night, "letter-packets").made()).isZero();
        assertThat(List.of(zip(first), zip(second), zip(third))).isEqualTo(bytes);

        school.withdraw(school.author(rotation), letter);
        night = run(tenant);
        assertThat(step(night, "applicant-files").made()).isEqualTo(1);
        assertThat(step(night, "letter-packets").made()).isEqualTo(2);
        assertThat(added(files, keyed(tenant, "applicant_file")))
                .as("the other letter alone")
                .singleElement()
                .asString()
                .startsWith(first.id() + " " + school.learner(tenant, "L001").id() + " ");
        assertThat(added(packed, keyed(tenant, "packet")))
                .extracting(row -> row.substring(0, row.indexOf(' ')))
                .containsExactlyInAnyOrder(Long.toString(first.id()), Long.toString(second.id()));
        assertThat(zip(first)).isNotEqualTo(bytes.get(0));
        assertThat(zip(second)).isNotEqualTo(bytes.get(1));
        assertThat(zip(third)).isEqualTo(bytes.get(2));
        assertThat(people(second)).containsExactly(school.learner(tenant, "L003").id());
        assertThat(step(run(tenant), "letter-packets").made()).isZero();
    }

    @Test
    void aPacketAtOnceHoldsTheNewLetterAndItsChangesNameWhatIsGone() throws Exception {
        Tenant tenant = school.open("at-once", 3);
        Caller coordinator = school.coordinator(tenant);
        Program program = school.programs(tenant, "1400000002").get(0);
        Caller staff = school.staff(program);
        Caller stranger = school.staff(school.programs(tenant).get(1));
        long letter = school.letter(school.rotation(tenant, "L001"), program);
        school.letter(school.rotation(tenant, "L002"), program);
        run(tenant);
        Packets.Opened old = newest(program);
        Instant began = Instant.now();
        changes.sent(staff, old, began, 999, 1000, 1000);
        changes.sent(staff, old, began, 500, 999, 1000);
        assertThat(taken(tenant)).as("never from the beginning").isZero();
        changes.sent(staff, old, began, 0, 600, 1000);
        changes.sent(coordinator, old, began, 0, 1000, 1000);
        assertThat(taken(tenant)).as("not to the end").isZero();
        changes.sent(staff, old, began, 550, 1000, 1000);
        assertThat(taken(tenant)).isEqualTo(1);
        assertThat(changes.since(old)).as("nothing changed yet").isEmpty();

        school.withdraw(school.author(tenant, "L001"), letter);
        school.letter(school.rotation(tenant, "L003"), program);
        assertThatThrownBy(() -> packetNow.make(stranger, program.id(), true))
                .isInstanceOf(NotForCaller.class);
        NightView lane = ended(tenant, packetNow.make(coordinator, program.id(), true));
        assertThat(lane.runs()).extracting(RunView::job).containsExactly("letter-packets");
        assertThat(step(lane, "letter-packets").made()).isEqualTo(1);
        Packets.Opened now = newest(program);
        assertThat(people(program))
                .containsExactlyInAnyOrder(
                        school.learner(tenant, "L002").id(), school.learner(tenant, "L003").id());

        assertThat(changes.since(now))
                .get()
                .extracting(Changes.Taken::packetId)
                .isEqualTo(old.packet().id());
        Packets.Opened delta = changes.open(staff, now.packet().id(), old.packet().id());
        List<String> fresh = names(now, school.learner(tenant, "L003"));
        List<String> gone = names(old, school.learner(tenant, "L001"));
        assertThat(fresh).hasSize(2);
        assertThat(gone).hasSize(2);
        assertThat(delta.entries().stream().filter(e -> e.learnerId() != null).map(Entry::name))
                .containsExactlyInAnyOrderElementsOf(fresh);
        assertThat(text(delta, "CHANGES.csv").lines().skip(1))
                .containsExactlyInAnyOrder(
                        "new," + fresh.get(0),
                        "new," + fresh.get(1),
                        "withdrawn: delete it," + gone.get(0),
                        "withdrawn: delete it," + gone.get(1));
        assertThatThrownBy(() -> changes.open(stranger, now.packet().id(), old.packet().id()))
                .as("S4")
                .isInstanceOf(NotForCaller.class);
        assertThatThrownBy(() -> changes.open(staff, now.packet().id(), now.packet().id()))
                .as("it did not take that one")
                .isInstanceOf(NotForCaller.class);
        assertThat(step(run(tenant), "letter-packets").made()).as("the night finds it").isZero();
    }

    private int taken(Tenant tenant) throws SQLException {
        return count(
                "select count(*) from packet_taken t join packet p on p.id = t.packet_id where"
                        + " p.tenant_id = ?",
                tenant);
    }

    private Packets.Opened newest(Program program) {
        Caller staff = school.staff(program);
        return packets.get(staff, packets.list(staff).get(0).id());
    }

    private Sha256 zip(Program program) throws IOException {
        Packets.Opened opened = newest(program);
        PacketZip zip = packets.zip(school.staff(program), opened);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        zip.write(bytes, 0, zip.length());
        return Sha256.of(bytes.toByteArray());
    }

    private Set<Long> people(Program program) {
        return newest(program).entries().stream()
                .map(Entry::learnerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static List<String> names(Packets.Opened opened, Learner learner) {
        return opened.entries().stream()
                .filter(e -> Objects.equals(e.learnerId(), learner.id()))
                .map(Entry::name)
                .toList();
    }

    private static String text(Packets.Opened opened, String name) {
        Entry entry =
                opened.entries().stream()
                        .filter(e -> e.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return new String(opened.made().get(entry.blob().sha256()), StandardCharsets.UTF_8);
    }

    /** Whose, made from what and, of a file, its bytes; one line a row. */
    private List<String> keyed(Tenant tenant, String table) throws SQLException {
        String rest =
                table.equals("packet")
                        ? "' ' || id || ' ' || asked_key || ' ' || input_key"
                        : "' ' || learner_id || ' ' || id || ' ' || input_key || ' ' || pdf_sha256";
        return strings(
                "select program_id || "
                        + rest
                        + " from "
                        + table
                        + " where tenant_id = ? order by id",
                tenant.id());
    }

    /** What came behind rows that are all still as they were. */
    private static List<String> added(List<String> before, List<String> now) {
        assertThat(now).startsWith(before.toArray(String[]::new));
        return now.subList(before.size(), now.size());
    }

    private int reports(Tenant tenant) throws SQLException {
        return count("select count(*) from skill_report where tenant_id = ?", tenant);
    }

    private void waitUntil(String counts, long id) throws Exception {
        for (int i = 0; i < 200; i++) {
            if (Integer.parseInt(strings(counts, id).get(0)) > 0) {
                return;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("never: " + counts);
    }

    private void update(String sql, long id) throws SQLException {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement(sql)) {
            update.setLong(1, id);
            update.executeUpdate();
        }
    }

    private static RunView job(NightView night, String job) {
        return night.runs().stream().filter(r -> r.job().equals(job)).findFirst().orElseThrow();
    }

    private NightView run(Tenant tenant) {
        return ended(tenant, nights.start(school.coordinator(tenant)));
    }

    private NightView ended(Tenant tenant, long id) {
        Caller coordinator = school.coordinator(tenant);
        for (int i = 0; i < 600; i++) {
            NightView view = runs.night(coordinator, id);
            if (!view.active()) {
                return view;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("the night does not end");
    }

    private static StepView step(NightView run, String name) {
        return run.steps().stream().filter(s -> s.step().equals(name)).findFirst().orElseThrow();
    }

    private void damage(Tenant tenant, String learnerCode, String column) throws Exception {
        Learner learner = school.learner(tenant, learnerCode);
        List<String> shas =
                strings(
                        "select s."
                                + column
                                + " from signed_letter s join letter l on l.id = s.letter_id where l.learner_id = ?",
                        learner.id());
        for (String sha : shas) {
            Files.writeString(Path.of(data, "blobs", sha.substring(0, 2), sha), "damaged");
        }
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

    private int count(String sql, Tenant tenant) throws SQLException {
        return Integer.parseInt(strings(sql, tenant.id()).get(0));
    }

    private void change(String sql, Tenant tenant) throws SQLException {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement(sql)) {
            update.setLong(1, tenant.id());
            update.executeUpdate();
        }
    }

    private List<String> strings(String sql, long id) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }
}

package org.preceptorportal.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.preceptorportal.house.Chromium;
import org.preceptorportal.house.HouseWithDemo;
import org.preceptorportal.house.Http;
import org.preceptorportal.house.Mailbox;
import org.preceptorportal.house.Nights;
import org.preceptorportal.house.PortalScript;
import org.preceptorportal.house.RunningPortal;
import org.preceptorportal.judges.Dss;
import org.preceptorportal.judges.Pdfsig;
import org.preceptorportal.judges.Qpdf;
import org.preceptorportal.judges.VeraPdf;
import org.preceptorportal.shell.Role;

/**
 * The main job from roster import to a downloaded packet, as people do it: phones for preceptor and
 * learner, desks for staff. Each step stands on the ones before it.
 */
@ExtendWith(HouseWithDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobIT {
    /** Stands in the letter and nowhere else. */
    private static final String SECRET_WORDS = "unflappable at three in the morning";

    private static final String PROGRAM = "1402521001";

    private final RunningPortal portal;
    private final Mailbox mailbox;
    private final Chromium chromium;
    private final List<Person> people = new ArrayList<>();

    private Person coordinator;
    private Person preceptor;
    private Person learner;
    private Person staff;
    private String usedLink;
    private String packet;
    private Path zip;

    MainJobIT(RunningPortal portal, Mailbox mailbox, Chromium chromium) {
        this.portal = portal;
        this.mailbox = mailbox;
        this.chromium = chromium;
    }

    private Person phone() {
        return keep(new Person(portal, chromium.phone()));
    }

    private Person desk() {
        return keep(new Person(portal, chromium.desk()));
    }

    private Person keep(Person person) {
        people.add(person);
        return person;
    }

    @AfterAll
    void leave() {
        people.forEach(Person::close);
    }

    @Test
    @Order(1)
    void coordinatorMendsAFaultyRosterAndImportsIt() {
        coordinator = desk().byPassword("coordinator@northgate.example");
        coordinator.go("/roster/import");
        Locator chooser = coordinator.page().locator("input[type=file]");
        chooser.setInputFiles(StoryRosters.faulty());
        coordinator.press("Check the files").click();
        Locator faults = coordinator.page().locator("#faults tbody tr");
        assertThat(faults).hasCount(2);
        assertThat(faults.filter(with("preceptors.csv")).locator("td.num")).hasText("2");
        assertThat(faults.filter(with("rotations.csv")).locator("td.num")).hasText("2");
        assertThat(faults.filter(with("rotations.csv"))).containsText("RIVERBAND");

        chooser.setInputFiles(StoryRosters.clean());
        coordinator.press("Check the files").click();
        assertThat(coordinator.page().locator("#files-table tbody tr")).hasCount(4);
        coordinator.field("roster:run").click();
        assertThat(coordinator.page().getByText("Imported.")).isVisible();

        chooser.setInputFiles(StoryRosters.clean());
        coordinator.press("Check the files").click();
        assertThat(coordinator.page().getByText("Nothing to import")).isVisible();
    }

    @Test
    @Order(2)
    void preceptorComesInByAMailedLinkThatAScannerOpenedTwice() {
        preceptor = phone();
        usedLink = preceptor.askForLink(mailbox, StoryRosters.PRECEPTOR_EMAIL);
        String path = usedLink.substring(usedLink.indexOf("/access/"));
        for (int look = 0; look < 2; look++) {
            assertThat(Http.stranger(portal).get(path).status()).isEqualTo(200);
        }
        preceptor.page().navigate(usedLink);
        preceptor.press("Continue as").tap();
        assertThat(preceptor.page()).hasURL(Pattern.compile(".*/home"));
        assertThat(preceptor.text()).contains(StoryRosters.LEARNER);
    }

    @Test
    @Order(3)
    void evaluationIsBegunByKeyboardAndFinishedOnAnotherDevice() {
        startEvaluation(preceptor);
        Page first = preceptor.page();
        Locator items = first.locator("fieldset.rating[data-required]");
        int total = items.count();
        int begun = total / 2;
        for (int i = 0; i < begun; i++) {
            // The first digit finds the first item; the focus walks on by itself.
            first.keyboard().press(digit(i));
        }
        first.locator("textarea[name$='.strengths']").fill("Calm, exact and kind.");
        // Without the one text: the other text, the days and the conflict of interest.
        assertThat(first.locator("span[data-left]")).hasText(total - begun + 3 + " to go");
        assertThat(first.locator("#evaluation-saved")).containsText("Saved");
        // The text is saved a moment after the last letter.
        first.waitForCondition(
                () ->
                        "Calm, exact and kind."
                                .equals(
                                        portal.one(
                                                "select value from evaluation_answer a join"
                                                        + " evaluation e on e.id = a.evaluation_id"
                                                        + " join rotation r on r.id = e.rotation_id"
                                                        + " where r.code = 'STORY-1'"
                                                        + " and a.question = 'strengths'")));

        Person other = phone().byLink(mailbox, StoryRosters.PRECEPTOR_EMAIL);
        startEvaluation(other);
        Locator there = other.page().locator("fieldset.rating[data-required]");
        for (int i = 0; i < begun; i++) {
            assertThat(there.nth(i).locator("input:checked")).hasValue(digit(i));
        }
        assertThat(other.page().locator("textarea[name$='.strengths']"))
                .hasValue("Calm, exact and kind.");
        for (int i = begun; i < total; i++) {
            there.nth(i).locator("input[value='%s']".formatted(digit(i))).tap();
        }
        other.page().locator("textarea[name$='.improvement']").fill("Ask for help a bit earlier.");
        other.page().locator("input[name$='.days']").fill("18");
        other.page().locator("input[name$='.conflict'][value=none]").tap();
        other.field("evaluation:submit").tap();
        assertThat(other.page()).hasURL(Pattern.compile(".*/evaluation/done.*"));
        assertThat(other.text()).contains("Calm, exact and kind.");
        noComplaints(preceptor, other);
    }

    @Test
    @Order(4)
    void learnerWaivesAndAsksForALetter() {
        learner = phone().byLink(mailbox, StoryRosters.LEARNER_EMAIL);
        learner.go("/asking/mine");
        learner.press("Ask").tap();
        // The page waits too long: what was typed is there again.
        learner.field("ask:note").fill("I hope to become an internist.");
        learner.page()
                .context()
                .clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        learner.field("ask:send").tap();
        learner.press("Open it again").tap();
        assertThat(learner.field("ask:note")).hasValue("I hope to become an internist.");
        learner.field("ask:rotation").selectOption(new SelectOption().setIndex(1));
        assertThat(learner.text()).contains("at most 2 MB and 12 pages");
        learner.field("ask:specialty").fill("Internal Medicine");
        learner.field("ask:purpose").fill("Residency applications");
        learner.field("ask:deadline")
                .fill(
                        LocalDate.now(java.time.ZoneId.of("America/Detroit"))
                                .plusDays(20)
                                .toString());
        learner.field("ask:reason").fill("You saw most of my work.");
        assertThat(learner.page().locator("[name='ask:waived']:checked")).hasCount(0);
        learner.page().getByLabel("I waive my right to read this letter").tap();
        learner.field("ask:signature").fill(StoryRosters.LEARNER);
        learner.field("ask:send").tap();
        assertThat(learner.page()).hasURL(Pattern.compile(".*/asking/letter.*"));
        assertThat(learner.text()).contains(StoryRosters.PRECEPTOR);
        noComplaints(learner);
    }

    @Test
    @Order(5)
    void preceptorWritesPreviewsAndSigns() throws IOException {
        preceptor.go("/letter/desk");
        preceptor.field("desk").getByRole(AriaRole.BUTTON).first().tap();
        assertThat(preceptor.page()).hasURL(Pattern.compile(".*/asking/open.*"));
        preceptor.field("answer:accept").tap();
        assertThat(preceptor.page()).hasURL(Pattern.compile(".*/start/letter.*"));
        preceptor.page().locator("#blank a").tap();
        assertThat(preceptor.page()).hasURL(Pattern.compile(".*/letter/draft.*"));

        Page page = preceptor.page();
        Locator text = page.locator("#text");
        text.tap();
        page.keyboard()
                .type("It is a pleasure to recommend " + StoryRosters.LEARNER_LATIN + ", who is ");
        page.locator("[data-command=bold]").tap();
        page.keyboard().type(SECRET_WORDS);
        page.locator("[data-command=bold]").tap();
        page.keyboard().type(".");
        page.keyboard().press("Enter");
        page.keyboard().type("Three things stand out:");
        page.keyboard().press("Enter");
        page.locator("[data-command=insertUnorderedList]").tap();
        page.keyboard().type("careful histories");
        page.keyboard().press("Enter");
        page.keyboard().type("clear handovers");
        page.keyboard().press("Enter");
        page.keyboard().type("a kind word for every nurse");
        assertThat(page.locator("#saved")).containsText("Saved");
        String body =
                "select body from letter l join rotation r on r.id = l.rotation_id where r.code = 'STORY-1'";
        page.waitForCondition(() -> portal.one(body).contains("nurse"));
        assertThat(portal.one(body))
                .contains("<strong>" + SECRET_WORDS + "</strong>")
                .contains("<li>clear handovers</li>");

        Path preview =
                preceptor
                        .http()
                        .save(
                                "/api/v1/letters/%s/preview.pdf".formatted(letterId()),
                                file("preview.pdf"));
        assertThat(Pdf.text(preview))
                .contains(SECRET_WORDS)
                .contains("Riverbend Hospital")
                .contains(StoryRosters.PRECEPTOR);

        preceptor.field("letter:toSign").tap();
        Instant before = Instant.now();
        page.locator("input[name='sign:tools'][value=NONE]").check();
        preceptor.field("sign:sendCode").tap();
        String code =
                mailbox.await(
                                StoryRosters.PRECEPTOR_EMAIL,
                                before,
                                mail ->
                                        Pattern.compile("\\b[0-9]{8}\\b")
                                                .matcher(mail.body())
                                                .find())
                        .find("\\b[0-9]{8}\\b");
        preceptor.field("sign:code").fill(code);
        preceptor.field("sign:agreed").check();
        preceptor.field("sign:signNow").tap();
        assertThat(page).hasURL(Pattern.compile(".*/signing/signed.*"));
        assertThat(page.locator("#verifyCode")).not().isEmpty();
        noComplaints(preceptor);
    }

    @Test
    @Order(6)
    void learnerReleasesTheLetterWithTheReport() {
        learner.go("/release/release?letter=" + letterId());
        Locator program = learner.field("release:program");
        program.selectOption(
                program.locator(
                                "option",
                                new Locator.LocatorOptions()
                                        .setHasText("Northgate General Hospital"))
                        .getAttribute("value"));
        assertThat(learner.field("release:withReport")).isChecked();
        learner.field("release:go").tap();
        assertThat(learner.page()).hasURL(Pattern.compile(".*/asking/mine"));
        assertThat(learner.text()).contains("Internal Medicine Residency");
        noComplaints(learner);
    }

    @Test
    @Order(7)
    void coordinatorRunsTheNightAndSeesTheLedger() {
        Pattern some = Pattern.compile("\\b[1-9]\\d* made");
        // Other stories may have submitted evaluations in this portal since its first night.
        String evaluated =
                portal.one(
                        "select count(distinct e.learner_id) from evaluation e where e.status ="
                                + " 'SUBMITTED' and e.phase = 'FINAL' and e.submitted_at >"
                                + " (select max(requested_at) from night)");
        coordinator.go("/watch/night");
        coordinator.field("night:start").click();
        Locator run = coordinator.page().locator("[data-test=run]");
        String id = portal.one("select max(id) from night");
        assertThat(run).hasAttribute("data-run", id);
        assertThat(run)
                .hasAttribute(
                        "data-status",
                        "COMPLETED",
                        new LocatorAssertions.HasAttributeOptions().setTimeout(120_000));
        assertThat(run.locator("[data-test=step-clinical-skill-reports]"))
                .containsText(evaluated + " made");
        assertThat(run.locator("[data-test=step-applicant-files]")).containsText(some);
        assertThat(run.locator("[data-test=step-letter-packets]")).containsText(some);
        assertThat(coordinator.page().locator("[data-test=skips]")).hasCount(0);
        noComplaints(coordinator);
    }

    @Test
    @Order(8)
    void coordinatorAsksForOneJobOfOneProgramAndSaysThatItAsked() {
        coordinator.go("/watch/night");
        coordinator.page().locator("details#otherwise summary, #otherwise summary").click();
        coordinator.field("night:job").selectOption("letter-packets");
        coordinator.field("night:program").selectOption(new SelectOption().setIndex(1));
        coordinator.field("night:dryRun").check();
        coordinator.field("night:startSo").click();
        Locator run = coordinator.page().locator("[data-test=run]");
        assertThat(run)
                .hasAttribute(
                        "data-status",
                        "COMPLETED",
                        new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));
        assertThat(run.locator("[data-test^=job-]")).hasCount(1);
        noComplaints(coordinator);

        Http http = Http.key(portal, portal.apiKey("coordinator", Samples.staff(Role.COORDINATOR)));
        String code = portal.one("select code from program order by id limit 1");
        Http.Answer unreadable = http.postJson("/api/v1/nights", "{\"program\":\"none\"}");
        assertThat(unreadable.status()).isEqualTo(400);
        for (String meant : List.of("{\"dryrun\":true}", "{\"dryRun\":\"yes\"}")) {
            Http.Answer misspelt = http.postJson("/api/v1/nights", meant);
            assertThat(misspelt.status()).as(meant).isEqualTo(400);
            assertThat(misspelt.json().getString("detail")).containsIgnoringCase("dryRun");
        }
        Http.Answer asked =
                http.postJson(
                        "/api/v1/nights",
                        "{\"job\":\"letter-packets\",\"program\":\""
                                + code
                                + "\",\"dryRun\":true,\"asked\":true}");
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        long id = asked.json().getJsonNumber("id").longValue();
        Nights.await(http, id);
        assertThat(
                        portal.one(
                                "select detail from audit_event where action = 'night.started' and"
                                        + " subject_id = '"
                                        + id
                                        + "'"))
                .isEqualTo("by request, the program asked");
    }

    @Test
    @Order(7)
    void theConsoleRunsTheNightToo() {
        PortalScript.Said dry = portal.run("night", "--dry-run");
        assertThat(dry.exit()).as(dry.err()).isZero();
        assertThat(dry.out()).contains("(dry run): completed").doesNotContain("\r");
        assertThat(portal.run("night", "--only", "none").exit()).isEqualTo(2);
        assertThat(portal.run("recompute", "site", "NGH").exit()).as("byte for byte").isZero();
    }

    @Test
    @Order(8)
    void programStaffPreviewsAndDownloads() throws IOException {
        staff = desk().byPassword("program@northgate.example");
        staff.go("/packet/shelf");
        staff.page().locator("[data-test=shelf] tbody tr th a").first().click();
        assertThat(staff.page()).hasURL(Pattern.compile(".*/packet/open\\?id=[0-9]+"));
        packet = staff.page().url().replaceAll(".*id=", "");
        assertThat(packet).isEqualTo(portal.one("select max(id) from packet"));

        staff.page()
                .locator("input[id*=filter]")
                .first()
                .pressSequentially(StoryRosters.LEARNER_LATIN);
        Locator row = staff.page().locator("tbody tr").filter(with(StoryRosters.LEARNER));
        assertThat(staff.page().locator("tbody tr")).hasCount(1);
        Response preview =
                staff.page()
                        .waitForResponse(
                                answer -> answer.url().contains("inline=1"),
                                () -> row.getByText("Preview").click());
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.headerValue("content-type")).startsWith("application/pdf");

        Download download =
                staff.page().waitForDownload(() -> staff.press("Download everything").click());
        assertThat(download.suggestedFilename())
                .matches("Northgate_General_Hospital_Internal_Medicine_.*\\.zip");
        zip = file("packet.zip");
        download.saveAs(zip);
        noComplaints(staff);
    }

    @Test
    @Order(9)
    void aCutDownloadIsTakenUpAgain() throws IOException, InterruptedException {
        byte[] whole = Files.readAllBytes(zip);
        String path = "/api/v1/packets/" + packet + ".zip";
        Http.Answer part = staff.http().get(path, "Range", "bytes=1000000-1999999");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(whole, 1_000_000, 2_000_000));
        Http.Answer changed =
                staff.http().get(path, "Range", "bytes=1000000-", "If-Range", "\"another\"");
        assertThat(changed.status()).isEqualTo(200);

        Assumptions.assumeTrue(isOnPath("curl"), "the rest is tried with curl");
        Path cut = Files.write(file("cut.zip"), Arrays.copyOf(whole, whole.length / 3));
        Process curl =
                new ProcessBuilder(
                                "curl",
                                "-sS",
                                "-C",
                                "-",
                                "-o",
                                cut.toString(),
                                "-H",
                                "Authorization: Bearer "
                                        + portal.apiKey(
                                                "program-staff", Samples.staff(Role.PROGRAM_STAFF)),
                                portal.url(path))
                        .inheritIO()
                        .start();
        assertThat(curl.waitFor()).isZero();
        assertThat(Files.mismatch(cut, zip)).isEqualTo(-1);
    }

    @Test
    @Order(10)
    void thePacketIsWholeAndItsLettersStandBeforeForeignJudges() throws Exception {
        Path folder = Packet.unpack(zip, file("packet"));
        assertThat(Packet.checksumFaults(folder)).isEmpty();
        Map<String, String> applicant =
                Packet.index(folder).stream()
                        .filter(row -> row.get("applicant").equals(StoryRosters.LEARNER))
                        .findFirst()
                        .orElseThrow();
        assertThat(applicant)
                .containsEntry("latin_name", StoryRosters.LEARNER_LATIN)
                .containsEntry("letters", "1")
                .containsEntry("left_out", "")
                .containsEntry("authors", StoryRosters.PRECEPTOR + ", MD, FACP");

        String bound = Pdf.text(folder.resolve(applicant.get("file")));
        assertThat(bound)
                .contains(SECRET_WORDS)
                .contains(StoryRosters.LEARNER)
                .contains(StoryRosters.LEARNER_LATIN)
                .contains(StoryRosters.PRECEPTOR)
                .contains("Interpersonal and");
        assertThat(Qpdf.check(folder.resolve(applicant.get("file"))).sound()).isTrue();
        for (Map<String, String> each : Packet.index(folder)) {
            String text = Pdf.text(folder.resolve(each.get("file")));
            assertThat(text).as(each.get("file")).contains(Pdf.plain(each.get("applicant")));
        }

        List<X509Certificate> authorities = Packet.authorities(portal.data());
        List<Path> originals = Packet.originals(folder);
        Path ours =
                originals.stream()
                        .filter(f -> f.getFileName().toString().startsWith("Mansour_Layla_by_Lind"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(originals.toString()));
        assertThat(Pdf.text(ours)).contains(SECRET_WORDS).contains(StoryRosters.LEARNER);
        for (int i = 0; i < originals.size(); i++) {
            Path original = originals.get(i);
            Pdfsig pdfsig = Pdfsig.judge(original);
            assertThat(pdfsig.valid() && pdfsig.wholeFile()).as(pdfsig.said()).isTrue();
            Qpdf qpdf = Qpdf.check(original);
            assertThat(qpdf.sound()).as(qpdf.said()).isTrue();
            // The slow judges hear the story's letter and a sample of the others.
            if (original.equals(ours) || i % 10 == 0) {
                byte[] bytes = Files.readAllBytes(original);
                assertThat(VeraPdf.failures(bytes, "2a")).as(original.toString()).isEmpty();
                assertThat(VeraPdf.failures(bytes, "ua1")).as(original.toString()).isEmpty();
                assertThat(Dss.judge(bytes, authorities))
                        .as(original.toString())
                        .isEqualTo(new Dss("PAdES-BASELINE-T", "TOTAL_PASSED", ""));
            }
        }
    }

    /** S1. */
    @Test
    @Order(11)
    void theLearnerWhoWaivedReachesNoContentByAnyRoute() throws IOException {
        Http own = learner.http();
        List<String> marks = new ArrayList<>(List.of(SECRET_WORDS));
        for (String copy : List.of("original", "upload")) {
            String hash =
                    portal.one(
                            "select %s_sha256 from signed_letter where letter_id = %s"
                                    .formatted(copy, letterId()));
            marks.add(hash);
            marks.add(portal.one("select size from blob where sha256 = '" + hash + "'"));
        }
        Set<String> ids = new TreeSet<>(List.of(letterId(), packet));
        for (String sql :
                List.of(
                        "select id from signed_letter where letter_id = " + letterId(),
                        "select verify_code from signed_letter where letter_id = " + letterId(),
                        "select id from letter_release where letter_id = " + letterId(),
                        "select learner_id from letter where id = " + letterId(),
                        "select rotation_id from letter where id = " + letterId(),
                        "select id from evaluation where learner_id = (select learner_id from letter"
                                + " where id = "
                                + letterId()
                                + ")",
                        "select max(id) from run",
                        "select max(id) from applicant_file")) {
            ids.add(portal.one(sql));
        }
        int tried = 0;
        for (String path : Routes.all(ids)) {
            Http.Answer answer = own.get(path);
            String seen = answer.text();
            if (answer.header("Content-Type").startsWith("application/pdf")) {
                seen += Pdf.text(Files.write(file("seen.pdf"), answer.bytes()));
            }
            for (String mark : marks) {
                assertThat(seen)
                        .as(path)
                        .doesNotContainPattern("\\b" + Pattern.quote(mark) + "\\b");
            }
            assertThat(answer.header("Content-Type")).as(path).doesNotContain("zip");
            tried++;
        }
        assertThat(tried).isGreaterThan(200);
        for (String copy : List.of("original", "upload")) {
            assertThat(
                            own.get(
                                            "/api/v1/signed-letters/%s/%s.pdf"
                                                    .formatted(signedLetterId(), copy))
                                    .status())
                    .isEqualTo(404);
        }
        for (String page : List.of("/home", "/asking/mine", "/evaluation/mine")) {
            learner.go(page);
            assertThat(learner.text()).as(page).doesNotContainPattern("[0-9] (pages?|KB|bytes)");
        }
        assertThat(Files.readString(portal.log())).doesNotContain(SECRET_WORDS);
        assertThat(mailbox.all())
                .allSatisfy(
                        mail ->
                                assertThat(mail.subject() + mail.body())
                                        .doesNotContain(SECRET_WORDS));
    }

    /** S4. */
    @Test
    @Order(12)
    void anotherProgramsStaffFindsNothingAndTheAuditorSeesTheTry() {
        Person other = desk().byPassword("family@lakeview.example");
        Http key = Http.key(portal, portal.apiKey("program-staff", "family@lakeview.example"));
        for (Http http : List.of(other.http(), key)) {
            assertThat(http.get("/api/v1/packets/" + packet).status()).isEqualTo(404);
            assertThat(http.get("/api/v1/packets/" + packet + ".zip").status()).isEqualTo(404);
            assertThat(http.get("/api/v1/packets/" + packet + "/files/1").status()).isEqualTo(404);
            assertThat(http.get("/api/v1/packets").text())
                    .contains("1203531002")
                    .doesNotContain(PROGRAM);
        }
        assertThat(other.http().get("/packet/open?id=" + packet).status()).isEqualTo(404);
        other.go("/packet/shelf");
        assertThat(other.text()).doesNotContain("Northgate General Hospital");

        Person auditor = desk().byPassword("auditor@northgate.example");
        auditor.go("/audit/trail?type=packet&id=" + packet);
        Locator events = auditor.page().locator("tbody tr");
        assertThat(events.filter(with("access.refused")).filter(with("Joy Okeke")).first())
                .isVisible();
        assertThat(events.filter(with("Peter Lang")).first()).isVisible();
    }

    /** S5. */
    @Test
    @Order(13)
    void anotherNightMakesNothing() {
        Http key = Http.key(portal, portal.apiKey("coordinator", Samples.staff(Role.COORDINATOR)));
        JsonObject run = Nights.run(key);
        assertThat(Nights.sum(run, "made")).as("the trail's anchor, %s", run).isEqualTo(1);
        assertThat(Nights.sum(run, "unchanged")).isPositive();
        assertThat(portal.one("select max(id) from packet")).isEqualTo(packet);
    }

    @Test
    @Order(20)
    void aUsedLinkSaysSoAndOffersAFreshOne() {
        Person somebody = phone();
        somebody.page().navigate(usedLink);
        assertThat(somebody.text()).contains("This link has been used");
        Instant before = Instant.now();
        somebody.field("link:renew").tap();
        assertThat(somebody.page().getByText("A fresh link is on its way")).isVisible();
        String fresh =
                mailbox.await(
                                StoryRosters.PRECEPTOR_EMAIL,
                                before,
                                mail -> mail.body().contains("/access/link?t="))
                        .link("/access/link?t=");
        assertThat(fresh).isNotEqualTo(usedLink);
        somebody.page().navigate(fresh);
        somebody.press("Continue as").tap();
        assertThat(somebody.page()).not().hasURL(Pattern.compile(".*/access/.*"));
    }

    private void startEvaluation(Person who) {
        who.go("/evaluation/work");
        who.page()
                .locator("li.task")
                .filter(with(StoryRosters.LEARNER))
                .getByRole(AriaRole.LINK)
                .first()
                .tap();
        assertThat(who.page()).hasURL(Pattern.compile(".*/evaluation/form.*"));
        assertThat(who.field("evaluation:submit")).isVisible();
        // The script counts as the first thing; keys pressed before it would go nowhere.
        assertThat(who.page().locator("span[data-left]")).hasText(Pattern.compile("\\d+ to go"));
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private String signedLetterId() {
        return portal.one("select id from signed_letter where letter_id = " + letterId());
    }

    private String letterId() {
        return portal.one(
                "select l.id from letter l join rotation r on r.id = l.rotation_id where r.code = 'STORY-1'");
    }

    /** Answers differ from item to item; 0 is "not observed". */
    private static String digit(int item) {
        return Integer.toString(new int[] {4, 5, 3, 0, 4, 2}[item % 6]);
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Path file(String name) throws IOException {
        return Files.createDirectories(Path.of("target/story")).resolve(name);
    }

    private static void noComplaints(Person... people) {
        for (Person person : people) {
            assertThat(person.complaints()).isEmpty();
        }
    }
}

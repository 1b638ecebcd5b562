package org.preceptorportal.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
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
import org.preceptorportal.house.RunningPortal;

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

    private final RunningPortal portal;
    private final Mailbox mailbox;
    private final Chromium chromium;
    private final List<Person> people = new ArrayList<>();

    private Person coordinator;
    private Person preceptor;
    private Person learner;
    private String usedLink;

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
        Locator items = first.locator("fieldset.rating");
        int total = items.count();
        int begun = total / 2;
        items.first().locator("input").first().focus();
        for (int i = 0; i < begun; i++) {
            // The focus walks on to the next item by itself.
            first.keyboard().press(digit(i));
        }
        preceptor.field("evaluation:strengths").fill("Calm, exact and kind.");
        assertThat(first.locator("[id='evaluation:progress']"))
                .containsText("%d of %d".formatted(begun, total));
        assertThat(first.locator("[id='evaluation:saved']")).containsText("Saved");
        // The text is saved a moment after the last letter.
        first.waitForCondition(
                () ->
                        "Calm, exact and kind."
                                .equals(
                                        portal.one(
                                                "select strengths from evaluation e join rotation r"
                                                        + " on r.id = e.rotation_id where r.code ="
                                                        + " 'STORY-1'")));

        Person other = phone().byLink(mailbox, StoryRosters.PRECEPTOR_EMAIL);
        startEvaluation(other);
        Locator there = other.page().locator("fieldset.rating");
        for (int i = 0; i < begun; i++) {
            assertThat(there.nth(i).locator("input:checked")).hasValue(digit(i));
        }
        assertThat(other.field("evaluation:strengths")).hasValue("Calm, exact and kind.");
        for (int i = begun; i < total; i++) {
            there.nth(i).locator("input[value='%s']".formatted(digit(i))).tap();
        }
        other.field("evaluation:improvement").fill("Ask for help a little earlier.");
        other.field("evaluation:days").fill("18");
        other.field("evaluation:submit").tap();
        assertThat(other.page()).hasURL(Pattern.compile(".*/evaluation/done.*"));
        assertThat(other.text()).contains("Calm, exact and kind.");
        noComplaints(preceptor, other);
    }

    @Test
    @Order(4)
    void learnerWaivesAndAsksForALetter() {
        learner = phone().byLink(mailbox, StoryRosters.LEARNER_EMAIL);
        learner.go("/letter/mine");
        learner.press("Ask").tap();
        learner.field("ask:rotation")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        learner.field("ask:specialty").fill("Internal Medicine");
        learner.field("ask:purpose").fill("Residency applications");
        learner.field("ask:deadline")
                .fill(
                        LocalDate.now(java.time.ZoneId.of("America/Detroit"))
                                .plusDays(20)
                                .toString());
        learner.field("ask:note").fill("I hope to become an internist.");
        assertThat(learner.page().locator("[name='ask:waived']:checked")).hasCount(0);
        learner.page().getByLabel("I waive my right to read this letter").tap();
        learner.field("ask:signature").fill(StoryRosters.LEARNER);
        learner.field("ask:send").tap();
        assertThat(learner.page()).hasURL(Pattern.compile(".*/letter/mine"));
        assertThat(learner.text()).contains(StoryRosters.PRECEPTOR);
        noComplaints(learner);
    }

    @Test
    @Order(5)
    void preceptorWritesPreviewsAndSigns() throws IOException {
        preceptor.go("/letter/desk");
        preceptor.field("desk").getByRole(AriaRole.BUTTON).first().tap();
        assertThat(preceptor.page()).hasURL(Pattern.compile(".*/letter/open.*"));
        preceptor.field("answer:accept").tap();
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
        preceptor.field("sign:signNow").tap();
        assertThat(page).hasURL(Pattern.compile(".*/letter/signed.*"));
        assertThat(page.locator("#verifyCode")).not().isEmpty();
        noComplaints(preceptor);
    }

    @Test
    @Order(6)
    void learnerReleasesTheLetterWithTheReport() {
        learner.go("/letter/release?letter=" + letterId());
        Locator program = learner.field("release:program");
        program.selectOption(
                program.locator(
                                "option",
                                new Locator.LocatorOptions()
                                        .setHasText("Northgate General Hospital"))
                        .getAttribute("value"));
        assertThat(learner.field("release:withReport")).isChecked();
        learner.field("release:go").tap();
        assertThat(learner.page()).hasURL(Pattern.compile(".*/letter/mine"));
        assertThat(learner.text()).contains("Internal Medicine Residency");
        noComplaints(learner);
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

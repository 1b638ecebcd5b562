package org.preceptorportal.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
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
import org.preceptorportal.house.Mailbox;
import org.preceptorportal.house.RunningPortal;

/**
 * A preceptor fills in two finals item by item and submits each by itself; a stranger writes an
 * encounter down by a card, and the preceptor confirms it.
 */
@ExtendWith(HouseWithDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralIT {
    private static final String NOTE = "Asked the question that opened the whole story.";

    private final RunningPortal portal;
    private final Person preceptor;
    private final Person stranger;
    private final String rotation;
    private final List<String> duties;
    private final Person supervisor;

    SeveralIT(RunningPortal portal, Mailbox mailbox, Chromium chromium) {
        this.portal = portal;
        String owes =
                " from duty d join rotation r on r.id = d.rotation_id join preceptor p on p.id ="
                        + " d.preceptor_id where d.phase = 'FINAL' and d.state = 'OPEN' and"
                        + " d.opens_on <= current_date and d.evaluation_id is null and r.type in"
                        + " ('ELECTIVE', 'CLERKSHIP', 'SUB_INTERNSHIP') and p.email <> '"
                        + Samples.PRECEPTOR
                        + "'";
        String email =
                portal.one(
                        "select p.email"
                                + owes
                                + " group by p.email having count(*) >= 2 order by p.email limit 1");
        String mine = owes + " and p.email = '" + email + "'";
        duties =
                List.of(
                        portal.one("select min(d.id)" + mine),
                        portal.one("select max(d.id)" + mine));
        preceptor = new Person(portal, chromium.desk()).byLink(mailbox, email);
        String running =
                "select min(r.id) from rotation r join preceptor p on p.id = r.preceptor_id where"
                        + " r.start_date < current_date and r.end_date > current_date and p.email"
                        + " <> '"
                        + Samples.PRECEPTOR
                        + "'";
        rotation = portal.one(running);
        supervisor =
                new Person(portal, chromium.phone())
                        .byLink(
                                mailbox,
                                portal.one(
                                        "select p.email from preceptor p join rotation r on"
                                                + " r.preceptor_id = p.id where r.id = "
                                                + rotation));
        stranger = new Person(portal, chromium.phone());
    }

    @AfterAll
    void leave() {
        List.of(preceptor, stranger, supervisor).forEach(Person::close);
    }

    @Test
    @Order(1)
    void twoFinalsAreFilledInItemByItem() {
        preceptor.go("/evaluation/several");
        assertThat(preceptor.page().locator("input[name=duty]:checked").first()).isVisible();
        preceptor.go(both());
        Locator cells = page().locator(".together > .together-item .together-cells .rating");
        assertThat(page().locator(".together-names p")).hasCount(2);
        int total = cells.count();
        cells.first().locator("input").first().focus();
        for (int i = 0; i < total; i++) {
            // One key for each cell, learner by learner: the focus walks on by itself.
            page().keyboard().press(i % 2 == 0 ? "4" : "5");
        }
        for (int i = 0; i < total; i++) {
            assertThat(cells.nth(i).locator("input:checked")).hasValue(i % 2 == 0 ? "4" : "5");
        }
        for (String duty : duties) {
            text(duty, "strengths").fill("Learner of duty " + duty + " is calm and exact.");
            text(duty, "improvement").fill("Say the plan before being asked.");
            text(duty, "days").fill("14");
            page().locator("input[name='q." + duty + ".conflict'][value=none]").check();
            assertThat(page().locator("[data-left='" + duty + "']").first())
                    .hasText("All answered");
        }
        for (String duty : duties) {
            page().waitForCondition(
                            () ->
                                    ("Learner of duty " + duty + " is calm and exact.")
                                            .equals(answer(duty, "strengths")));
        }
    }

    @Test
    @Order(2)
    void theServerRefusesWhatWasNotLookedThrough() {
        page().waitForCondition(() -> "14".equals(answer(duties.get(1), "days")));
        assertThat(
                        page().evaluate(
                                        "([address]) => fetch(address, {method: 'POST', headers:"
                                                + " {'Content-Type': 'application/json'}, body:"
                                                + " '{}'}).then(answer => answer.status)",
                                        List.of(
                                                portal.url(
                                                        "/api/v1/evaluations/"
                                                                + evaluation(duties.get(0))
                                                                + "/submission"))))
                .isEqualTo(422);
        assertThat(status(duties.get(0))).isEqualTo("DRAFT");
        assertThat(page().locator("[id$=':submit']")).hasCount(0);
    }

    @Test
    @Order(3)
    void whatWasChangedSinceIsLookedThroughAgain() {
        look(0);
        assertThat(section(0)).containsText("Learner of duty " + duties.get(0));
        assertThat(section(0)).not().containsText("Learner of duty " + duties.get(1));
        // On another device, meanwhile.
        page().evaluate(
                        "([address, change]) => fetch(address, {method: 'PATCH', headers:"
                                + " {'Content-Type': 'application/json'}, body:"
                                + " JSON.stringify({changes: [change]})})",
                        List.of(
                                portal.url(
                                        "/api/v1/evaluations/"
                                                + evaluation(duties.get(0))
                                                + "/answers"),
                                Map.of(
                                        "question",
                                        "days",
                                        "value",
                                        "15",
                                        "revision",
                                        Integer.valueOf(
                                                portal.one(
                                                        "select revision"
                                                                + answers(
                                                                        duties.get(0), "days"))))));
        page().waitForCondition(() -> "15".equals(answer(duties.get(0), "days")));
        section(0).locator("[id$=':submit']").click();
        assertThat(page().locator(".news-error")).isVisible();
        assertThat(status(duties.get(0))).isEqualTo("DRAFT");
    }

    @Test
    @Order(4)
    void eachIsSubmittedByItself() {
        preceptor.go(both());
        look(0);
        assertThat(section(0)).containsText("15");
        section(0).locator("[id$=':submit']").click();
        assertThat(page().locator("#ended li")).hasCount(1);
        assertThat(status(duties.get(0))).isEqualTo("SUBMITTED");
        assertThat(status(duties.get(1))).isEqualTo("DRAFT");
        page().locator("#look-" + duties.get(1)).locator("[id$=':look']").click();
        page().locator("#look-" + duties.get(1)).locator("[id$=':submit']").click();
        assertThat(page().locator("#ended li")).hasCount(2);
        assertThat(status(duties.get(1))).isEqualTo("SUBMITTED");
    }

    @Test
    @Order(10)
    void aStrangerWritesAnEncounterDownByTheCard() {
        stranger.go("/evaluation/encounter?card=unknown");
        assertThat(stranger.text()).contains("We do not know this card");
        supervisor.go("/evaluation/card?rotation=" + rotation);
        stranger.go("/evaluation/encounter?card=" + code());
        List<Locator> items = stranger.page().locator("form > fieldset.rating").all();
        assertThat(items).hasSizeBetween(3, 4);
        items.forEach(item -> item.locator("input[value='4']").tap());
        stranger.field("text-note").fill("Mr. John Smith, MRN 1234567, was well cared for.");
        stranger.field("observer").fill("Mia Stone");
        stranger.field("role").fill("Senior resident");
        stranger.field("encounter:send").tap();
        assertThat(stranger.field("hits")).containsText("MRN 1234567");
        stranger.field("text-note").fill(NOTE);
        stranger.field("encounter:send").tap();
        assertThat(stranger.field("thanks")).isVisible();
        assertThat(portal.one("select e.status" + captured())).isEqualTo("DRAFT");
        assertThat(stranger.complaints()).isEmpty();
    }

    @Test
    @Order(11)
    void itCountsOnceThePreceptorHasConfirmedIt() {
        supervisor.go("/evaluation/work");
        Locator waits =
                supervisor
                        .page()
                        .locator("article.to-confirm")
                        .filter(new Locator.FilterOptions().setHasText(NOTE));
        assertThat(waits).containsText("Mia Stone, Senior resident");
        waits.locator("input[value^='Confirm']").tap();
        assertThat(supervisor.page().getByText("Confirmed.")).isVisible();
        assertThat(waits).hasCount(0);
        assertThat(portal.one("select e.status" + captured())).isEqualTo("SUBMITTED");
    }

    @Test
    @Order(12)
    void thePreceptorsOwnPhoneNeedsNobodysWord() {
        supervisor.go("/evaluation/encounter?card=" + code());
        for (Locator item : supervisor.page().locator("form > fieldset.rating").all()) {
            item.locator("input[value='5']").tap();
        }
        supervisor.field("encounter:send").tap();
        assertThat(supervisor.page()).hasURL(Pattern.compile(".*sent=now"));
        assertThat(
                        portal.one(
                                "select count(*) from evaluation where phase = 'ENCOUNTER' and"
                                        + " status = 'SUBMITTED' and rotation_id = "
                                        + rotation))
                .isEqualTo("2");
    }

    private Page page() {
        return preceptor.page();
    }

    private String both() {
        return "/evaluation/several?duty=" + duties.get(0) + "&duty=" + duties.get(1);
    }

    private Locator text(String duty, String question) {
        return page().locator("[name='q." + duty + "." + question + "']");
    }

    private Locator section(int which) {
        return page().locator("#look-" + duties.get(which));
    }

    private void look(int which) {
        section(which).locator("[id$=':look']").click();
        assertThat(section(which).locator("[id$=':submit']")).isVisible();
    }

    private String code() {
        return portal.one("select code from rotation_card where rotation_id = " + rotation);
    }

    private String evaluation(String duty) {
        return portal.one("select evaluation_id from duty where id = " + duty);
    }

    private String status(String duty) {
        return portal.one("select status from evaluation where id = " + evaluation(duty));
    }

    private String answer(String duty, String question) {
        return portal.one("select max(value)" + answers(duty, question));
    }

    private static String answers(String duty, String question) {
        return " from evaluation_answer a join duty d on d.evaluation_id = a.evaluation_id where"
                + " d.id = "
                + duty
                + " and a.question = '"
                + question
                + "'";
    }

    private static String captured() {
        return " from evaluation e join evaluation_answer a on a.evaluation_id = e.id where a.value"
                + " = '"
                + NOTE
                + "'";
    }
}

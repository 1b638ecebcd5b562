package org.preceptorportal.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
import org.preceptorportal.house.Mailbox;
import org.preceptorportal.house.RunningPortal;

/**
 * A letter is begun by an assistant with guiding questions, written on by its author with notes in
 * the margin, brought back from its history, and begun anew from an earlier letter.
 */
@ExtendWith(HouseWithDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WritingIT {
    private static final String ANSWER = "We worked side by side for four weeks on the wards.";

    private final RunningPortal portal;
    private final Person author;
    private final Person assistant;
    private final String letter;
    private final String learner;

    WritingIT(RunningPortal portal, Mailbox mailbox, Chromium chromium) throws SQLException {
        this.portal = portal;
        letter = accepted();
        learner =
                portal.one(
                        "select full_name from learner x join letter l on l.learner_id = x.id"
                                + " where l.id = "
                                + letter);
        author = new Person(portal, chromium.phone()).byLink(mailbox, Samples.PRECEPTOR);
        assistant = new Person(portal, chromium.desk()).byLink(mailbox, Samples.ASSISTANT);
    }

    /** A letter of the demo preceptor's that no other story looks at. */
    private String accepted() throws SQLException {
        try (Connection database = portal.database();
                Statement insert = database.createStatement()) {
            insert.executeUpdate(
                    "insert into letter (id, tenant_id, learner_id, preceptor_id, rotation_id,"
                            + " specialty, purpose, waived, waiver_text, waiver_signature, waived_at,"
                            + " status, requested_at, opened_at, decided_at, version) select"
                            + " nextval('portal_id'), r.tenant_id, r.learner_id, r.preceptor_id, r.id,"
                            + " 'Internal Medicine', 'Writing story', true, '1', x.full_name, now(),"
                            + " 'DRAFTING', now(), now(), now(), 1 from rotation r join learner x on"
                            + " x.id = r.learner_id join preceptor p on p.id = r.preceptor_id where"
                            + " p.email = '"
                            + Samples.PRECEPTOR
                            + "' and not exists (select from letter l where l.learner_id ="
                            + " r.learner_id) order by r.start_date desc, r.id limit 1");
        }
        return portal.one("select id from letter where purpose = 'Writing story'");
    }

    @AfterAll
    void leave() {
        List.of(author, assistant).forEach(Person::close);
    }

    @Test
    @Order(1)
    void anAssistantBeginsWithGuidingQuestionsAndCannotSign() {
        assistant.go("/letter/draft?id=" + letter);
        Page page = assistant.page();
        assertThat(page).hasURL(Pattern.compile(".*/start/letter.*"));
        page.locator("#structures").getByRole(AriaRole.BUTTON).first().click();
        assertThat(page).hasURL(Pattern.compile(".*/letter/draft.*"));
        Locator questions = page.locator("#text p");
        assertThat(questions).hasCount(5);
        assertThat(questions.first()).containsText("[How do you know");
        assertThat(page.locator("#hintList [data-kind=OPEN_QUESTION]")).hasCount(5);
        questions.first().click(new Locator.ClickOptions().setClickCount(3));
        page.keyboard().type(ANSWER);
        page.waitForCondition(() -> body().contains(ANSWER));
        assertThat(page.locator("#hintList [data-kind=OPEN_QUESTION]")).hasCount(4);
        assertThat(assistant.field("letter:toSign")).hasCount(0);
        String trail =
                "select count(*) from audit_event where subject_id = '"
                        + letter
                        + "' and action = '%s' and role = 'ASSISTANT'";
        assertThat(portal.one(trail.formatted("letter.structured"))).isEqualTo("1");
        assertThat(portal.one(trail.formatted("letter.drafted"))).isNotEqualTo("0");
        assertThat(assistant.http().get("/signing/sign?id=" + letter).status()).isEqualTo(404);
        noComplaints(assistant);
    }

    @Test
    @Order(2)
    void theAuthorIsAdvisedAndNotForced() {
        author.go("/letter/draft?id=" + letter);
        Page page = author.page();
        assertThat(page.locator("#saved")).containsText("Sam Okafor");
        author.field("letter:toSign").tap();
        assertThat(page.locator("body")).containsText("A question in brackets still stands");
        replace(
                page,
                "Dear Program Director of Mayo Clinic,\n"
                        + learner
                        + " sutures with excellent procedural skills.");
        Locator notes = page.locator("#hintList li");
        assertThat(notes.first()).containsText("names one program");
        assertThat(page.locator("#hintList [data-kind=SALUTATION]")).hasCount(1);
        page.locator("#hintList [data-kind=SALUTATION]").getByText("Dismiss").tap();
        assertThat(page.locator("#hintList [data-kind=SALUTATION]")).hasCount(0);
        assertThat(page.locator("#hintsBack")).isVisible();

        page.locator("[data-tab=page]").tap();
        Locator picture = page.locator("#pages img").first();
        page.waitForCondition(() -> (Integer) picture.evaluate("i => i.naturalWidth") > 600);
        assertThat(portal.one("select count(*) from audit_event where detail like '%Mayo%'"))
                .isEqualTo("0");
        noComplaints(author);
    }

    @Test
    @Order(3)
    void nothingThatWasWrittenIsLost() {
        author.go("/letter/history?id=" + letter);
        Locator versions = author.page().locator(".version");
        Locator begun =
                versions.filter(new Locator.FilterOptions().setHasText("Sam Okafor")).first();
        begun.locator("summary").tap();
        assertThat(begun).containsText(ANSWER);
        begun.getByRole(AriaRole.BUTTON).tap();
        assertThat(author.page()).hasURL(Pattern.compile(".*/letter/draft.*"));
        assertThat(author.page().locator("#text")).containsText(ANSWER);
        assertThat(body()).contains(ANSWER);
        author.go("/letter/history?id=" + letter);
        assertThat(versions.first()).containsText("Ana Ruiz");
        versions.first().locator("summary").tap();
        assertThat(versions.first()).containsText("Mayo Clinic");
        noComplaints(author);
    }

    @Test
    @Order(4)
    void factsFromTheRecordsCanBeHidden() throws IOException {
        author.go("/letter/draft?id=" + letter);
        assertThat(printed()).contains("Evaluations on file");
        author.page().locator("#look summary").tap();
        author.page().locator("#context").uncheck();
        author.page()
                .waitForCondition(
                        () ->
                                portal.one("select context_hidden from letter where id = " + letter)
                                        .startsWith("t"));
        assertThat(printed())
                .doesNotContain("Evaluations on file")
                .contains("waived the right")
                .doesNotContain("Okafor");
        noComplaints(author);
    }

    /**
     * S9: both windows' answers stand side by side, and nothing is lost before the author chose.
     */
    @Test
    @Order(20)
    void answersOfTwoWindowsStandSideBySide() {
        String structured =
                portal.one(
                        "select l.id from letter l join structured_letter s on s.letter_id = l.id join"
                                + " preceptor p on p.id = l.preceptor_id where l.kind = 'STRUCTURED' and"
                                + " l.status = 'DRAFTING' and p.email = '"
                                + Samples.PRECEPTOR
                                + "' limit 1");
        Page here = author.page();
        Page there = here.context().newPage();
        author.go("/structure/fill?id=" + structured);
        there.navigate(here.url());
        there.locator("textarea").first().fill("Words of the other window.");
        assertThat(there.locator("#saved")).hasText(Pattern.compile("Saved .+"));
        there.waitForCondition(
                () ->
                        portal.one(
                                        "select answers from structured_letter where letter_id = "
                                                + structured)
                                .contains("Words of the other window."));
        there.close();

        here.locator("textarea").first().fill("Words of this window.");
        Locator both = here.locator("#otherAnswers");
        assertThat(both).containsText("Words of this window.");
        assertThat(both).containsText("Words of the other window.");
        // An answer that waits for the author's choice waits after a reload, too.
        here.onceDialog(Dialog::accept);
        here.reload();
        assertThat(both).containsText("Words of this window.");
        assertThat(both).containsText("Words of the other window.");
        author.field("structure:keepMine").click();
        assertThat(both).hasCount(0);
        assertThat(here.locator("textarea").first()).hasValue("Words of this window.");
        here.locator("textarea")
                .first()
                .fill("Dear Program Director of Mayo Clinic, a good learner.");
        Locator note = here.locator("#hintList [data-kind=SALUTATION]");
        assertThat(note).containsText("Mayo Clinic");
        note.getByText("Dismiss").tap();
        assertThat(note).hasCount(0);
        here.locator("#hintsBack").tap();
        assertThat(note).hasCount(1);
        here.locator("#pageBox summary").click();
        assertThat(here.locator("#pages img")).not().hasCount(0);
        assistant.go("/structure/fill?id=" + structured);
        assertThat(assistant.page().locator("textarea")).not().hasCount(0);
        assertThat(assistant.field("structure:finish")).hasCount(0);
        noComplaints(author);
    }

    @Test
    @Order(5)
    void anEarlierLetterComesWithItsNamesInView() {
        author.go("/start/letter?id=" + letter);
        Page page = author.page();
        String other =
                portal.one(
                        "select x.full_name from letter l join learner x on x.id = l.learner_id join"
                                + " preceptor p on p.id = l.preceptor_id where p.email = '"
                                + Samples.PRECEPTOR
                                + "' and l.status = 'SIGNED' and l.body like '%' || x.full_name || '%'"
                                + " order by l.id limit 1");
        assertThat(other).isNotNull();
        page.locator("#earlier li")
                .filter(new Locator.FilterOptions().setHasText(other))
                .first()
                .locator("a")
                .tap();
        assertThat(
                        page.locator("label")
                                .filter(new Locator.FilterOptions().setHasText(other))
                                .first())
                .isVisible();
        author.field("take:go").tap();
        assertThat(page).hasURL(Pattern.compile(".*/letter/draft.*"));
        assertThat(page.locator("#text")).containsText(learner);
        assertThat(page.locator("#text")).not().containsText(other);
        assertThat(portal.one("select taken_from is not null from letter where id = " + letter))
                .startsWith("t");
        noComplaints(author);
    }

    private void replace(Page page, String text) {
        page.locator("#text").tap();
        page.keyboard().press("Control+A");
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                page.keyboard().press("Enter");
            }
            page.keyboard().type(lines[i]);
        }
        page.waitForCondition(() -> body().contains(lines[lines.length - 1]));
    }

    private String body() {
        return portal.one("select body from letter where id = " + letter);
    }

    private String printed() throws IOException {
        Path file = Files.createTempFile("draft", ".pdf");
        try {
            return Pdf.text(author.http().save("/api/v1/letters/" + letter + "/preview.pdf", file));
        } finally {
            Files.delete(file);
        }
    }

    private static void noComplaints(Person person) {
        assertThat(person.complaints()).isEmpty();
    }
}

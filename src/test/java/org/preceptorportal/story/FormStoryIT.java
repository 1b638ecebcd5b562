package org.preceptorportal.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
 * The evaluation form in the hands of a busy physician: by touch, by keyboard, on two devices,
 * without a network, after the session ended. Its preceptor is one whom no other story uses.
 */
@ExtendWith(HouseWithDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FormStoryIT {
    /** Taps and clicks a whole final may cost beside the typing. */
    private static final int MOST_TAPS = 14;

    private static final String FREE =
            " from duty d join preceptor p on p.id = d.preceptor_id where d.phase = 'FINAL'"
                    + " and d.state = 'OPEN' and d.opens_on <= current_date and d.started_at is null"
                    + " and p.email not in ('ana.ruiz@northgate.example')";

    private final RunningPortal portal;
    private final Mailbox mailbox;
    private final Chromium chromium;
    private final List<BrowserContext> open = new ArrayList<>();

    private String email;
    private Person phone;

    FormStoryIT(RunningPortal portal, Mailbox mailbox, Chromium chromium) {
        this.portal = portal;
        this.mailbox = mailbox;
        this.chromium = chromium;
    }

    @BeforeAll
    void comeIn() {
        email =
                portal.one(
                        "select p.email"
                                + FREE
                                + " group by p.email order by count(*) desc, p.email limit 1");
        phone = person(chromium.phone()).byLink(mailbox, email);
    }

    @AfterAll
    void leave() {
        open.forEach(BrowserContext::close);
    }

    private Person person(BrowserContext context) {
        open.add(context);
        return new Person(portal, context);
    }

    /** Another device of the same person. */
    private Person also(BrowserContext context) {
        Person other = person(context);
        other.takeOver(phone);
        return other;
    }

    private String duty() {
        String duty =
                portal.one(
                        "select d.id"
                                + FREE
                                + " and p.email = '"
                                + email
                                + "' order by d.id limit 1");
        assertThat(duty).as("a final that nobody has begun").isNotNull();
        return duty;
    }

    private static Locator text(Page page, String code) {
        return page.locator("textarea[name$='." + code + "']");
    }

    private static void saved(Page page) {
        assertThat(page.locator("#evaluation-saved")).containsText("Saved");
    }

    private String kept(String duty, String question) {
        return portal.one(
                "select a.value from evaluation_answer a join evaluation e on e.id ="
                        + " a.evaluation_id join duty d on d.rotation_id = e.rotation_id and d.phase ="
                        + " e.phase where d.id = "
                        + duty
                        + " and a.question = '"
                        + question
                        + "'");
    }

    @Test
    @Order(1)
    void s9_withoutANetworkTypingGoesOnAndIsSavedAfterwards() {
        String duty = duty();
        Page page = phone.go("/evaluation/form?duty=" + duty).page();
        Locator items = page.locator("fieldset.rating[data-required]");
        items.nth(0).locator("input[value='4']").tap();
        saved(page);
        page.context().setOffline(true);
        items.nth(1).locator("input[value='5']").tap();
        text(page, "strengths").fill("Typed where no network reaches.");
        assertThat(page.locator("#evaluation-banner")).containsText("No connection");
        assertThat(kept(duty, "strengths")).isNull();
        // What waits in the browser is not readable there.
        page.waitForCondition(() -> !waiting(page).isEmpty());
        assertThat(waiting(page)).doesNotContain("no network");
        page.context().setOffline(false);
        assertThat(page.locator("#evaluation-banner")).isHidden();
        saved(page);
        assertThat(kept(duty, "strengths")).isEqualTo("Typed where no network reaches.");

        // The same, but the page is closed before the network is back.
        page.context().setOffline(true);
        text(page, "strengths").fill("Typed, and then the phone was put away.");
        assertThat(page.locator("#evaluation-banner")).containsText("No connection");
        page.waitForCondition(() -> !waiting(page).isEmpty());
        page.context().setOffline(false);
        page.navigate(portal.url("/home"));
        page.navigate(portal.url("/evaluation/form?duty=" + duty));
        assertThat(text(page, "strengths")).hasValue("Typed, and then the phone was put away.");
        page.waitForCondition(
                () -> "Typed, and then the phone was put away.".equals(kept(duty, "strengths")));
    }

    /** What the browser keeps, as it is kept. */
    private static String waiting(Page page) {
        return String.valueOf(
                page.evaluate(
                        "async () => { const db = await new Promise((done, failed) => {"
                                + " const o = indexedDB.open('preceptor-drafts', 1);"
                                + " o.onupgradeneeded = () => o.result.createObjectStore('pending');"
                                + " o.onsuccess = () => done(o.result); o.onerror = failed; });"
                                + " const all = await new Promise((done) => {"
                                + " const asked = db.transaction('pending').objectStore('pending').getAll();"
                                + " asked.onsuccess = () => done(asked.result); }); db.close();"
                                + " return all.map((x) => new TextDecoder().decode(x.data)).join(); }"));
    }

    @Test
    @Order(2)
    void s9_anExpiredSessionLosesNothingAndASignOutLeavesNothing() {
        String duty = duty();
        Person person = person(chromium.phone()).byLink(mailbox, email);
        Page page = person.go("/evaluation/form?duty=" + duty).page();
        page.locator("fieldset.rating input[value='4']").first().tap();
        saved(page);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        portal.one(
                "with gone as (update sign_in set expires_at = now() - interval '1 minute'"
                        + " where id = (select max(id) from sign_in) returning id)"
                        + " select id from gone");
        text(page, "improvement").fill("Typed after the session had ended.");
        Locator banner = page.locator("#evaluation-banner");
        assertThat(banner).containsText("What you typed is safe here");
        banner.getByRole(com.microsoft.playwright.options.AriaRole.LINK).tap();
        assertThat(page).hasURL(Pattern.compile(".*/access/sign-in.*"));
        person.byLink(mailbox, email);
        // Signing in leads back to the form, which sends at once what it kept: a page asked for
        // meanwhile would be from before that.
        if (!page.url().contains("/evaluation/form?duty=" + duty)) {
            page.navigate(portal.url("/evaluation/form?duty=" + duty));
        }
        assertThat(text(page, "improvement")).hasValue("Typed after the session had ended.");
        page.waitForCondition(
                () -> "Typed after the session had ended.".equals(kept(duty, "improvement")));

        page.context().setOffline(true);
        text(page, "improvement").fill("Nobody else's business.");
        page.waitForCondition(() -> !waiting(page).isEmpty());
        page.context().setOffline(false);
        page.navigate(portal.url("/home"));
        person.field("leave:out").tap();
        assertThat(page).hasURL(Pattern.compile(".*/(index)?"));
        assertThat(waiting(page)).isEmpty();
    }

    @Test
    @Order(3)
    void s9_twoDevicesMeetInOneFieldAndThePersonDecides() {
        String duty = duty();
        Page here = phone.go("/evaluation/form?duty=" + duty).page();
        here.locator("fieldset.rating input[value='3']").first().tap();
        text(here, "strengths").fill("Calm from the start.");
        saved(here);
        here.waitForCondition(() -> "Calm from the start.".equals(kept(duty, "strengths")));
        Page there = also(chromium.desk()).go("/evaluation/form?duty=" + duty).page();
        assertThat(text(there, "strengths")).hasValue("Calm from the start.");
        text(there, "strengths").fill("Calm, as I wrote at my desk.");
        there.waitForCondition(
                () -> "Calm, as I wrote at my desk.".equals(kept(duty, "strengths")));

        text(here, "strengths").fill("Calm, as I wrote on my phone.");
        Locator merge = here.locator(".merge");
        assertThat(merge).containsText("On another device: Calm, as I wrote at my desk.");
        assertThat(merge).containsText("Here: Calm, as I wrote on my phone.");
        axeIsContent(here, "two answers");
        assertThat(kept(duty, "strengths")).isEqualTo("Calm, as I wrote at my desk.");
        // Another answer goes on meanwhile.
        here.locator("fieldset.rating").nth(1).locator("input[value='5']").tap();
        merge.getByText("Keep both").tap();
        assertThat(merge).hasCount(0);
        here.waitForCondition(
                () ->
                        "Calm, as I wrote at my desk.\n\nCalm, as I wrote on my phone."
                                .equals(kept(duty, "strengths")));
        assertThat(here.locator("span[data-left]")).containsText("to go");
    }

    @Test
    @Order(4)
    void sixFoursTwoFivesTwoSentencesTakeFourteenTaps() {
        Page page = phone.go("/evaluation/form?duty=" + duty()).page();
        page.evaluate(
                "() => { window.taps = 0;"
                        + " addEventListener('pointerdown', () => window.taps++, true);"
                        + " addEventListener('pagehide', () => localStorage.setItem('taps', window.taps)); }");
        Locator items = page.locator("fieldset.rating[data-required]");
        assertThat(items).hasCount(8);
        for (int i = 0; i < 8; i++) {
            items.nth(i).locator(i < 6 ? "input[value='4']" : "input[value='5']").tap();
        }
        text(page, "strengths").tap();
        page.keyboard().type("She explains each step to families.");
        text(page, "improvement").tap();
        page.keyboard().type("She could present the plan first.");
        page.locator("input[name$='.days']").tap();
        page.keyboard().type("12");
        page.locator("input[name$='.conflict'][value=none]").tap();
        assertThat(page.locator("span[data-left]")).hasText("All answered");
        axeIsContent(page, "all answered");
        phone.field("evaluation:submit").tap();
        assertThat(page).hasURL(Pattern.compile(".*/evaluation/done.*"));
        int taps = Integer.parseInt((String) page.evaluate("localStorage.getItem('taps')"));
        System.out.println("Six fours, two fives, two sentences: " + taps + " taps");
        assertThat(taps).isBetween(10, MOST_TAPS);
    }

    @Test
    @Order(5)
    void theKeyboardAloneDoesItToo() {
        Page page = also(chromium.desk()).go("/evaluation/form?duty=" + duty()).page();
        saved(page, "Nothing is saved yet");
        int keys = 0;
        for (char digit : "44444455".toCharArray()) {
            page.keyboard().press(String.valueOf(digit));
            keys++;
        }
        page.keyboard().type("He asks good questions on rounds.");
        page.keyboard().press("Tab");
        page.keyboard().type("He could commit to a plan sooner.");
        keys += 1 + tabTo(page, ".days");
        page.keyboard().type("9");
        keys += tabTo(page, ".conflict");
        page.keyboard().press("Space");
        keys++;
        assertThat(page.locator("span[data-left]")).hasText("All answered");
        // Past the one other way of the radio group to the button.
        for (int i = 0; i < 3 && !"submit".equals(focused(page)); i++) {
            page.keyboard().press("Tab");
            keys++;
        }
        page.keyboard().press("Enter");
        keys++;
        assertThat(page).hasURL(Pattern.compile(".*/evaluation/done.*"));
        System.out.println("Six fours, two fives, two sentences: " + keys + " keys beside typing");
        assertThat(keys).isLessThanOrEqualTo(20);
    }

    /** A halfway goal, where there is one, is a stop on the way. */
    private static int tabTo(Page page, String name) {
        int keys = 0;
        do {
            page.keyboard().press("Tab");
            keys++;
        } while (keys < 6
                && !((String) page.evaluate("document.activeElement.name ?? ''")).endsWith(name));
        return keys;
    }

    private static void saved(Page page, String words) {
        assertThat(page.locator("#evaluation-saved")).hasText(words);
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.type"));
    }

    @Test
    @Order(6)
    void patientDataIsUnderlinedAndMendedBeforeItIsSubmitted() {
        Page page = phone.go("/evaluation/form?duty=" + duty()).page();
        text(page, "strengths").fill("Found the clot of a patient, MRN 00412233, by herself.");
        Locator hits = page.locator(".hits li");
        assertThat(hits).hasCount(1);
        assertThat(hits).containsText("MRN 00412233");
        assertThat(page.locator(".mirror mark")).containsText("MRN 00412233");
        axeIsContent(page, "patient data underlined");
        text(page, "strengths").fill("Found the clot of a patient by herself.");
        assertThat(hits).hasCount(0);
    }

    @Test
    @Order(7)
    void textTwiceAsLargeBreaksNothing() {
        Page page = phone.go("/evaluation/form?duty=" + duty()).page();
        page.addStyleTag(new Page.AddStyleTagOptions().setContent("html { font-size: 200% }"));
        assertThat(wider(page)).as("px wider than the window").isZero();
        Locator last = page.locator("input[name$='.conflict'][value=none]");
        last.tap();
        assertThat(last).isChecked();
        page.navigate(portal.url("/evaluation/several"));
        page.addStyleTag(new Page.AddStyleTagOptions().setContent("html { font-size: 200% }"));
        assertThat(wider(page)).as("px wider than the window").isZero();
    }

    private static int wider(Page page) {
        return ((Number)
                        page.evaluate(
                                "document.documentElement.scrollWidth -"
                                        + " document.documentElement.clientWidth"))
                .intValue();
    }

    private static void axeIsContent(Page page, String state) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as(state + ", " + scheme)
                    .filteredOn(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                    .isEmpty();
        }
    }
}

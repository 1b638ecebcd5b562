package org.preceptorportal.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.preceptorportal.bench.Chaos;
import org.preceptorportal.bench.Chaos.Fault;
import org.preceptorportal.bench.OwnPortal;
import org.preceptorportal.house.Chromium;
import org.preceptorportal.house.Mailbox;
import org.preceptorportal.house.RunningPortal;
import org.preceptorportal.seal.TroubledStamps;
import org.preceptorportal.seal.TroubledStamps.Mood;
import org.preceptorportal.stepup.AuthenticatorApp;

/**
 * Time-stamps fail while a letter is signed; then the server is killed between its seal and its
 * commit, while somebody else fills in a form, and comes back.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServerGoneIT {
    private static final Path FOLDER = Path.of("target/server-gone");

    /** The lock of the trail, which every signature takes after its seal (audit's AuditChain). */
    private static final int TRAIL_LOCK = 7201;

    private static final double UP_AGAIN = 90_000;

    private final Mailbox mailbox = new Mailbox();
    private final TroubledStamps stamps = new TroubledStamps(FOLDER.resolve("stamps"));
    private final RunningPortal portal =
            RunningPortal.withDemo(
                    FOLDER.resolve("data"),
                    mailbox,
                    Map.of(
                            "PORTAL_TSA_URLS",
                            stamps.uri().toString(),
                            "PORTAL_TSA_SECONDS",
                            Integer.toString(TroubledStamps.PATIENCE_SECONDS)));
    private final Chromium chromium = new Chromium();
    private final Person author = new Person(portal, chromium.desk());
    private final String letter =
            portal.one(
                    "select l.id from letter l join preceptor p on p.id = l.preceptor_id where"
                            + " p.email = '"
                            + Samples.PRECEPTOR
                            + "' and l.status = 'DRAFTING' and l.kind = 'WORDS' and l.body like"
                            + " '<p>%' and l.body not like '%[%' order by l.id limit 1");
    private final String words = portal.one("select body from letter where id = " + letter);

    ServerGoneIT() throws IOException {}

    @AfterAll
    void close() {
        author.close();
        chromium.close();
        portal.close();
        stamps.close();
        mailbox.close();
    }

    @Test
    @Order(1)
    void s3_noSoundTimeStampNoSignatureAndAClearWord() {
        author.byLink(mailbox, Samples.PRECEPTOR);
        author.go("/signing/sign?id=" + letter);
        author.page().locator("input[name='sign:tools'][value=NONE]").check();
        Instant before = Instant.now();
        author.field("sign:sendCode").click();
        String code = mailedCode(before);
        for (Mood mood : new Mood[] {Mood.DOWN, Mood.SLOW, Mood.GARBAGE, Mood.WRONG_NONCE}) {
            stamps.be(mood);
            int asked = stamps.asked();
            author.field("sign:code").fill(code);
            author.field("sign:agreed").check();
            author.field("sign:signNow").click();
            assertThat(author.page().locator("body"))
                    .containsText("No time-stamp server answered just now");
            assertThat(stamps.asked()).as("asked while " + mood).isGreaterThan(asked);
            assertNothingIsSigned();
            author.go("/signing/sign?id=" + letter);
        }
        stamps.be(Mood.HONEST);
    }

    @Test
    @Order(2)
    void s3_s9_aKilledServerSignsNothingByHalvesAndCostsNoWord() throws SQLException {
        try (Person person = new Person(portal, chromium.phone())) {
            person.takeOver(author);
            String duty =
                    portal.one(
                            "select d.id from duty d join preceptor p on p.id = d.preceptor_id where"
                                    + " p.email = '"
                                    + Samples.PRECEPTOR
                                    + "' and d.phase = 'FINAL' and d.state = 'OPEN'"
                                    + " and d.opens_on <= current_date order by d.id limit 1");
            Page page = person.go("/evaluation/form?duty=" + duty).page();
            Locator items = page.locator("fieldset.rating[data-required]");
            for (int i = 0; i < 4; i++) {
                items.nth(i).locator("input[value='4']").tap();
            }
            assertThat(page.locator("#evaluation-saved")).containsText("Saved");

            killBetweenSealAndCommit();
            for (int i = 4; i < 8; i++) {
                items.nth(i).locator("input[value='5']").tap();
            }
            page.locator("textarea[name$='.strengths']")
                    .fill("Written while the server was gone, every word of it.");
            assertThat(page.locator("#evaluation-banner")).containsText("No connection");

            portal.up();
            assertNothingIsSigned();
            // Nobody touches anything: the page finds the server, and the server the person, again.
            assertThat(page.locator("#evaluation-banner"))
                    .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(UP_AGAIN));
            assertThat(page.locator("#evaluation-saved")).containsText("Saved");
            page.locator("textarea[name$='.improvement']").fill("Ask for help a little earlier.");
            page.locator("input[name$='.days']").fill("11");
            page.locator("input[name$='.conflict'][value=none]").tap();
            person.field("evaluation:submit").tap();
            assertThat(page).hasURL(Pattern.compile(".*/evaluation/done.*"));
            assertThat(page.locator("main"))
                    .containsText("Written while the server was gone, every word of it.");
        }
    }

    @Test
    @Order(3)
    void theAuthorSignsAfterAllWithAnAuthenticatorApp() {
        author.go("/stepup/settings");
        Instant before = Instant.now();
        author.field("begin:go").click();
        author.field("prove:code").fill(mailedCode(before));
        author.field("prove:go").click();
        AuthenticatorApp app = new AuthenticatorApp(author.page().locator("#secret").innerText());
        author.field("setup:appCode").fill(app.code());
        author.field("setup:go").click();
        assertThat(author.field("setup:appCode")).hasCount(0);

        author.go("/signing/sign?id=" + letter);
        author.page().locator("input[name='sign:tools'][value=NONE]").check();
        author.field("sign:code").fill(app.nextCode());
        author.field("sign:agreed").check();
        author.field("sign:signNow").click();
        assertThat(author.page()).hasURL(Pattern.compile(".*/signing/signed.*"));
        assertThat(
                        portal.one(
                                "select s.proof || ' ' || l.status from author_signature s join"
                                        + " letter l on l.id = s.letter_id where l.id = "
                                        + letter))
                .isEqualTo("AUTHENTICATOR SIGNED");
    }

    /**
     * Holds the trail, so that the signature waits for it with its seal made and its files kept.
     */
    private void killBetweenSealAndCommit() throws SQLException {
        author.go("/signing/sign?id=" + letter);
        author.page().locator("input[name='sign:tools'][value=NONE]").check();
        Instant before = Instant.now();
        author.field(author.field("sign:again").count() > 0 ? "sign:again" : "sign:sendCode")
                .click();
        author.field("sign:code").fill(mailedCode(before));
        author.field("sign:agreed").check();
        int asked = stamps.asked();
        try (Connection c = portal.database();
                Statement hold = c.createStatement()) {
            hold.execute(
                    "select pg_advisory_lock("
                            + TRAIL_LOCK
                            + ", tenant_id::int) from letter where id = "
                            + letter);
            author.field("sign:signNow").evaluate("button => button.click()");
            Instant end = Instant.now().plusSeconds(30);
            while (stamps.asked() == asked || waiting() == 0) {
                assertThat(Instant.now()).as("the signature never came so far").isBefore(end);
                sleep();
            }
            portal.kill();
        }
    }

    private int waiting() {
        return Integer.parseInt(
                portal.one(
                        "select count(*) from pg_locks where locktype = 'advisory' and classid = "
                                + TRAIL_LOCK
                                + " and not granted"));
    }

    private void assertNothingIsSigned() {
        assertThat(portal.one("select status from letter where id = " + letter))
                .isEqualTo("DRAFTING");
        assertThat(portal.one("select body from letter where id = " + letter)).isEqualTo(words);
        for (String table : new String[] {"signing_round", "author_signature", "signed_letter"}) {
            assertThat(portal.one("select count(*) from " + table + " where letter_id = " + letter))
                    .as(table)
                    .isEqualTo("0");
        }
    }

    private String mailedCode(Instant before) {
        Pattern code = Pattern.compile("\\b[0-9]{8}\\b");
        return mailbox.await(Samples.PRECEPTOR, before, mail -> code.matcher(mail.body()).find())
                .find(code.pattern());
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The short form of {@code ./portal bench chaos}. */
    @Test
    @Order(9)
    void s5_killedNightsLeaveWhatAnUndisturbedOneLeaves() throws Exception {
        Chaos chaos =
                new Chaos(
                        OwnPortal.on(
                                portal.data(),
                                portal.port(),
                                Map.of(
                                        "PORTAL_DEMO",
                                        "true",
                                        "PORTAL_TSA_URLS",
                                        stamps.uri().toString(),
                                        "PORTAL_TSA_SECONDS",
                                        Integer.toString(TroubledStamps.PATIENCE_SECONDS),
                                        "PORTAL_NIGHT_RETRY_AFTER",
                                        "PT1S,PT2S")));
        chaos.clean();
        Random random = new Random(20261122);
        for (Fault fault : List.of(Fault.PORTAL_KILLED, Fault.STORE_EMPTY)) {
            Assertions.assertThat(chaos.struck(fault, random).complaints())
                    .as(fault.name())
                    .isEmpty();
        }
        Assertions.assertThat(chaos.losses().unnoticed()).as("losses put in on purpose").isEmpty();
    }
}

package org.preceptorportal.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.preceptorportal.house.Chromium;
import org.preceptorportal.house.Mailbox;
import org.preceptorportal.house.RunningPortal;

/** The server is killed while somebody fills in a form, and comes back. Nothing is lost (S9). */
class ServerGoneIT {
    @Test
    void s9_aKilledServerInMidFormCostsNoWord() {
        try (Mailbox mailbox = new Mailbox();
                RunningPortal portal =
                        RunningPortal.withDemo(Path.of("target/server-gone-data"), mailbox);
                Chromium chromium = new Chromium();
                Person person = new Person(portal, chromium.phone())) {
            person.byLink(mailbox, Samples.PRECEPTOR);
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

            portal.kill();
            for (int i = 4; i < 8; i++) {
                items.nth(i).locator("input[value='5']").tap();
            }
            page.locator("textarea[name$='.strengths']")
                    .fill("Written while the server was gone, every word of it.");
            assertThat(page.locator("#evaluation-banner")).containsText("No connection");

            portal.up();
            // Nobody touches anything: the page finds the server, and the server the person, again.
            assertThat(page.locator("#evaluation-banner"))
                    .isHidden(
                            new com.microsoft.playwright.assertions.LocatorAssertions
                                            .IsHiddenOptions()
                                    .setTimeout(90_000));
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
}

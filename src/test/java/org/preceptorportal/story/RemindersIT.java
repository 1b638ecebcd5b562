package org.preceptorportal.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.preceptorportal.house.Chromium;
import org.preceptorportal.house.HouseWithDemo;
import org.preceptorportal.house.Http;
import org.preceptorportal.house.Mailbox;
import org.preceptorportal.house.RunningPortal;

/** The digest as a real mail server got it, and as its reader follows it on a phone. */
@ExtendWith(HouseWithDemo.class)
class RemindersIT {
    private final RunningPortal portal;
    private final Mailbox mailbox;
    private final Chromium chromium;

    RemindersIT(RunningPortal portal, Mailbox mailbox, Chromium chromium) {
        this.portal = portal;
        this.mailbox = mailbox;
        this.chromium = chromium;
    }

    @Test
    void theDigestSpeaksOfEachDutyOnceAndItsLinkOpensThatForm() {
        String email = preceptorWithMost();
        Mailbox.Mail digest = digest(email);
        Document html = Jsoup.parse(digest.html());
        List<Element> cards = html.select("td.surface td.surface");
        List<VEvent> events = Biweekly.parse(digest.calendar()).first().getEvents();

        assertThat(mailbox.to(email).stream().filter(RemindersIT::isDigest)).hasSize(1);
        assertThat(cards).hasSize(stepsOf(email));
        assertThat(events).hasSize(cards.size());
        assertThat(events.stream().map(each -> each.getUid().getValue()).distinct())
                .hasSize(cards.size());
        assertThat(events).allMatch(each -> !each.getUrl().getValue().contains("t="));
        assertThat(html.select("[src], link, script")).isEmpty();
        assertThat(cards).allMatch(card -> card.select("p a").size() == 4);

        Element card = cards.get(0);
        String learner = card.selectFirst("p.ink").text().replaceAll(",[^,]*$", "");
        String link = card.selectFirst("td.button a").attr("href");
        scan(html);
        try (Person phone = new Person(portal, chromium.phone())) {
            phone.page().navigate(link);
            phone.press("Continue as").tap();
            assertThat(phone.page()).hasURL(Pattern.compile(".*/evaluation/form[?]duty=[0-9]+"));
            assertThat(phone.text()).contains(learner);
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @Test
    void theCoordinatorSeesWhatWentAndWhatComes() {
        try (Person desk =
                new Person(portal, chromium.desk()).byPassword("coordinator@northgate.example")) {
            desk.go("/reminder/log");
            assertThat(desk.page().locator("table").last().locator("tbody tr").first()).isVisible();
            assertThat(desk.complaints()).isEmpty();
        }
    }

    /** As mail scanners do: every link, twice, by somebody who has no session. */
    private void scan(Document html) {
        String before = duties();
        for (Element link : html.select("a")) {
            String href = link.attr("href");
            String path = href.substring(href.indexOf("/access/"));
            for (int look = 0; look < 2; look++) {
                assertThat(Http.stranger(portal).get(path).status()).isEqualTo(200);
            }
        }
        assertThat(duties()).isEqualTo(before);
    }

    private String duties() {
        return portal.one(
                "select string_agg(id || state || coalesce(snoozed_until::text, ''), ' ' order by id)"
                        + " from duty");
    }

    private String preceptorWithMost() {
        return portal.one(
                "select p.email from reminder r join preceptor p on p.id = r.preceptor_id"
                        + " where r.step not like 'desk:%' and r.step <> 'escalation'"
                        + " group by p.id, p.email order by count(*) desc, p.id limit 1");
    }

    private int stepsOf(String email) {
        return Integer.parseInt(
                portal.one(
                        "select count(*) from reminder r join preceptor p on p.id = r.preceptor_id"
                                + " where r.step <> 'escalation' and p.email = '"
                                + email
                                + "'"));
    }

    private Mailbox.Mail digest(String email) {
        return mailbox.await(email, Instant.EPOCH, RemindersIT::isDigest);
    }

    private static boolean isDigest(Mailbox.Mail mail) {
        return !mail.calendar().isEmpty();
    }
}

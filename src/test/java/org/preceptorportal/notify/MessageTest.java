package org.preceptorportal.notify;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import jakarta.mail.BodyPart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preceptorportal.shell.Words;

/** A mail's text, its HTML of the same words, and its calendar file. */
class MessageTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String FOOT = "-- \nThe link works once.\n\nPreceptor Portal, Demo School";
    private static final String DIGEST =
            """
            Dear Ana Ruiz,

            these evaluations wait:

            Nguyễn <Linh> & Co, final evaluation
            Due Fri 27 Nov 2026, 17:00 EST (in 6 days)
            Write it: https://portal.example/access/link?t=a&b=1
            Not me: https://portal.example/access/link?t=b
            Too little contact: https://portal.example/access/link?t=c

            All your work: https://portal.example/access/link?t=d

            """
                    + FOOT;

    @Test
    void aParagraphWithLinksIsACardWhoseFirstLinkIsTheButton() {
        Document html = html(DIGEST);

        Element card = html.selectFirst("td.surface td.surface");
        assertThat(card.selectFirst("p.ink").text())
                .isEqualTo("Nguyễn <Linh> & Co, final evaluation");
        assertThat(card.selectFirst("td.button a").text()).isEqualTo("Write it");
        assertThat(card.selectFirst("td.button a").attr("href"))
                .isEqualTo("https://portal.example/access/link?t=a&b=1");
        assertThat(card.select("p a").eachText()).containsExactly("Not me", "Too little contact");
        assertThat(html.select("td.button")).as("one button a card").hasSize(1);
        assertThat(html.select("a").eachText()).endsWith("All your work");
        assertThat(html.select("p.soft").eachText())
                .endsWith("The link works once.", "Preceptor Portal, Demo School");
    }

    @Test
    void theHtmlSaysTheWordsOfTheTextAndNoOthers() {
        String said =
                DIGEST.replaceAll("https?://\\S+", " ").replace("-- \n", "").replace(": ", " ");

        assertThat(words(html(DIGEST).selectFirst("body").text()))
                .isEqualTo(words("Preceptor Portal An evaluation waits " + said));
    }

    @Test
    void theSentenceBeforeAnAddressIsItsButton() {
        Document html =
                html(
                        "Tom asks you for a letter. See it, then say yes or no:\nhttps://p.example/x\n\n"
                                + FOOT);

        assertThat(html.selectFirst("td.button a").text()).isEqualTo("See it, then say yes or no");
        assertThat(html.selectFirst("p.ink").text()).isEqualTo("Tom asks you for a letter.");
    }

    @Test
    void aSentenceTooLongForAButtonStays() {
        String sentence =
                "your copy, and the code by which anybody can check it, are here for good:";

        Document html = html(sentence + "\nhttps://p.example/x\n\n" + FOOT);

        assertThat(html.selectFirst("td.button a").text()).isEqualTo("Open it");
        assertThat(html.selectFirst("p.ink").text()).isEqualTo(sentence);
    }

    @Test
    void aCodeStandsLarge() {
        assertThat(html("Your code is\n\n123456\n\nBye").select("p").get(1).attr("style"))
                .contains("font-size:28px");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submitted",
                "requested",
                "signed",
                "signedForLearner",
                "accepted",
                "declined"
            })
    void everyMailHasOneButtonThatFollowsItsLink(String kind) {
        Words words = new Words();
        String link = "https://portal.example/access/link?t=x";
        Object[] facts = {"Ana", "Tom", link, link};
        if (kind.equals("signedForLearner")) {
            facts[2] = "Fri 27 Nov 2026";
        }
        String text =
                words.say("notify", "mail." + kind + ".body", facts)
                        + words.say("notify", "mail.foot", "Demo School");

        assertThat(html(text).select("td.button a").eachAttr("href")).containsExactly(link);
    }

    @Test
    void nothingIsFetchedFromAnywhere() {
        Document html = html(DIGEST);

        assertThat(html.select("img, link, script, iframe, object, video, form")).isEmpty();
        assertThat(html.outerHtml()).doesNotContain("url(", "@import", "http-equiv");
        assertThat(html.select("[onclick], [src]")).isEmpty();
    }

    @Test
    void aMailIsTextAndHtmlAndAFile() throws Exception {
        MimeMultipart mixed = (MimeMultipart) sent("Text", "<p>Text</p>", file(0)).getContent();

        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        MimeMultipart words = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(words.getContentType()).startsWith("multipart/alternative");
        assertThat(words.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(words.getBodyPart(0).getContent()).isEqualTo("Text");
        assertThat(words.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(words.getBodyPart(1).getContent()).isEqualTo("<p>Text</p>");
        BodyPart file = mixed.getBodyPart(1);
        assertThat(file.getDisposition()).isEqualTo(Part.ATTACHMENT);
        assertThat(file.getFileName()).endsWith(".ics");
        assertThat(file.getContentType()).contains("text/calendar", "method=PUBLISH");
    }

    @Test
    void withoutHtmlAMailIsPlainAsBefore() throws Exception {
        MimeMessage mail = sent("Text", null, null);

        assertThat(mail.isMimeType("text/plain")).isTrue();
        assertThat(mail.getContent()).isEqualTo("Text");
    }

    @Test
    void theCalendarFileIsReadBackAsItWasMeant() throws Exception {
        MimeMultipart mixed = (MimeMultipart) sent("Text", "<p>Text</p>", file(3)).getContent();
        ICalendar calendar =
                Biweekly.parse(
                                new String(
                                        mixed.getBodyPart(1).getInputStream().readAllBytes(),
                                        StandardCharsets.UTF_8))
                        .first();

        assertThat(calendar.getMethod().isPublish()).isTrue();
        assertThat(calendar.getEvents()).hasSize(1);
        VEvent event = calendar.getEvents().get(0);
        assertThat(event.getUid().getValue()).isEqualTo("duty-7@portal.example");
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(event.getDateEnd().getValue().toInstant())
                .isEqualTo(Instant.parse("2026-11-27T22:00:00Z"));
        assertThat(event.getDateStart().getValue().toInstant())
                .isEqualTo(Instant.parse("2026-11-27T21:45:00Z"));
        assertThat(event.getSummary().getValue()).isEqualTo("Evaluation of Linh Nguyễn, due");
        assertThat(event.getTransparency().isTransparent()).isTrue();
        VAlarm alarm = event.getAlarms().get(0);
        assertThat(alarm.getTrigger().getDuration().isPrior()).isTrue();
        assertThat(alarm.getTrigger().getDuration().toMillis())
                .isEqualTo(-Duration.ofDays(1).toMillis());
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
        assertThat(file(3)).contains("DTEND:20261127T220000Z", "METHOD:PUBLISH");
    }

    private static String file(int sequence) {
        return new CalendarFile(
                        List.of(
                                new CalendarFile.Event(
                                        "duty-7@portal.example",
                                        sequence,
                                        "Evaluation of Linh Nguyễn, due",
                                        "About three minutes.",
                                        Instant.parse("2026-11-27T22:00:00Z"),
                                        Duration.ofDays(1),
                                        "https://portal.example/evaluation/form?duty=7")))
                .text(NOW);
    }

    private static Document html(String text) {
        return Jsoup.parse(
                Message.of("An evaluation waits", text, "Open it", Optional.empty()).html());
    }

    private static List<String> words(String text) {
        return List.of(text.replaceAll("[·\\s\\u00a0]+", " ").strip().split(" "));
    }

    /** As it comes out at the other end. */
    private static MimeMessage sent(String text, String html, String calendar) throws Exception {
        Session session = Session.getInstance(new Properties());
        MimeMessage message = new MimeMessage(session);
        MailServer.fill(message, text, html, calendar);
        message.saveChanges();
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        message.writeTo(wire);
        return new MimeMessage(session, new ByteArrayInputStream(wire.toByteArray()));
    }
}

package org.preceptorportal.notify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preceptorportal.notify.Mail.Piece;
import org.preceptorportal.shell.Words;

/** Mails as they are shown, worded and tried again. */
class MailTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void linksAreCutOutOfTheText() {
        assertThat(mail("Here:\nhttp://localhost:8080/access/link?t=a-b_c\n\nBye").pieces())
                .containsExactly(
                        new Piece("Here:\n", false),
                        new Piece("http://localhost:8080/access/link?t=a-b_c", true),
                        new Piece("\n\nBye", false));
        assertThat(mail(null).pieces()).isEmpty();
    }

    @Test
    void pausesGrowAndEndAfterTheTwelfthTry() {
        assertThat(Retry.after(1)).contains(Duration.ofMinutes(1));
        assertThat(Retry.after(4)).contains(Duration.ofMinutes(8));
        assertThat(Retry.after(11)).contains(Duration.ofHours(4));
        assertThat(Retry.after(12)).isEmpty();
    }

    @Test
    void anErrorIsKeptWithoutAddresses() {
        Exception e =
                new MessagingException(
                        "Send failed",
                        new IllegalStateException(
                                "550 5.1.1 <ana.ruiz@harbor.example>: no such\n box"));

        assertThat(Retry.words(e))
                .isEqualTo("IllegalStateException: 550 5.1.1 <(address)>: no such box");
    }

    @Test
    void subjectsCountInWords() {
        Words words = new Words();

        assertThat(words.say("reminder", "mail.digest.subject", 1, "Linh Nguyễn"))
                .isEqualTo("Your evaluation of Linh Nguyễn");
        assertThat(words.say("reminder", "mail.digest.subject", 3, "Linh Nguyễn"))
                .isEqualTo("3 evaluations wait for you");
        assertThat(words.say("notify", "mail.code.body", "123456", "Demo School"))
                .contains("123456")
                .endsWith("Preceptor Portal, Demo School");
    }

    @ParameterizedTest
    @CsvSource({
        "submitted, 2",
        "requested, 2",
        "signed, 2",
        "signedForLearner, 3",
        "accepted, 2",
        "declined, 2"
    })
    void everyMailCarriesItsLinkAndNamesOnlyInItsText(String kind, int facts) {
        Words words = new Words();
        Object[] places = new Object[facts + 1];
        for (int i = 0; i < facts; i++) {
            places[i] = "Fact" + i;
        }
        places[facts] = "http://portal.example/access/link?t=x";

        String body = words.say("notify", "mail." + kind + ".body", places);

        assertThat(body).contains("Fact0", "Fact1", "http://portal.example/access/link?t=x");
        assertThat(body).doesNotContain("{").endsWith("\n\n");
        assertThat(words.say("notify", "mail." + kind + ".subject", 2)).doesNotContain("{", "Fact");
    }

    private static Mail mail(String body) {
        return new Mail(1, "a@b.example", "Hello", body, NOW, null, NOW, 0, null);
    }
}

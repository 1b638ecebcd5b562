package org.preceptorportal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preceptorportal.shell.Role;

/** What {@code ./portal api-key} and {@code ./portal account} understand. */
class ConsoleCommandTest {
    @ParameterizedTest
    @CsvSource({
        "program-staff, PROGRAM_STAFF",
        "Coordinator, COORDINATOR",
        "program staff, PROGRAM_STAFF",
        "AUDITOR, AUDITOR"
    })
    void knowsRolesAsPeopleWriteThem(String word, Role role) {
        assertThat(new ConsoleCommand("c", List.of("--role"), "--role", word).role())
                .isEqualTo(role);
    }

    @Test
    void readsAnAccount() {
        AccountCommand.Wish wish =
                AccountCommand.Wish.read(
                        "--name",
                        " Ann Lee ",
                        "--role",
                        "program-staff",
                        "--email",
                        " Ann@Site.ORG ",
                        "--program",
                        "IM");

        assertThat(wish)
                .isEqualTo(
                        new AccountCommand.Wish(
                                Role.PROGRAM_STAFF, "ann@site.org", "Ann Lee", "IM"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--role auditor --colour blue | Unknown option: --colour",
                "--role | --role needs a value.",
                "--email a@b.org --name Ann | account needs --role ROLE.",
                "--role auditor --name Ann | account needs --email ADDRESS.",
                "--role auditor --email a@b.org | account needs --name NAME.",
                "--role wizard --email a@b.org --name Ann | Unknown role: wizard.",
                "--role auditor --email a.b.org --name Ann | --email takes an e-mail address.",
                "--role learner --email a@b.org --name Ann | sign in by a link mailed",
                "--role preceptor --email a@b.org --name Ann | sign in by a link mailed",
                "--role assistant --email a@b.org --name Ann | their preceptor invites them",
                "--role program-staff --email a@b.org --name Ann | needs --program CODE.",
                "--role auditor --email a@b.org --name Ann --program IM | has a program."
            })
    void refusesAnAccountInOneSentence(String words, String sentence) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int exit =
                AccountCommand.run(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        words.split(" "));

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--revoke | --revoke needs a value.",
                "--revoke pp_abc | takes the number of a key",
                "--revoke 12 --role auditor | --revoke stands alone.",
                "--revoke 12 --email a@b.example | --revoke stands alone.",
                "--email a@b.example | api-key needs --role ROLE.",
                "--role auditor | api-key needs --email ADDRESS.",
                "--role program-staff --program IM | Unknown option: --program"
            })
    void refusesAKeyInOneSentence(String words, String sentence) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int exit =
                ApiKeyCommand.run(
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        words.split(" "));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(sentence);
    }

    @Test
    void aPasswordIsLongEnoughAndNeverTheSame() {
        assertThat(Secret.password().text())
                .matches("[0-9A-Za-z]{20}")
                .isNotEqualTo(Secret.password().text());
    }
}

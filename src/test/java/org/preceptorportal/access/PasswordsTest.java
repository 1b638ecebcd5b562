package org.preceptorportal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.preceptorportal.shell.Role;

/** Passwords and what wrong ones cost (AC-5). */
class PasswordsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void aHashOpensToItsPasswordOnly() {
        String hash = Passwords.hash("correct horse battery");

        assertThat(hash).startsWith("pbkdf2-sha512$210000$").doesNotContain("horse");
        assertThat(Passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(Passwords.matches("correct horse batterz", hash)).isFalse();
        assertThat(Passwords.outdated(hash)).isFalse();
    }

    @Test
    void refusesAShortPassword() {
        assertThatThrownBy(() -> Passwords.hash("eleven signs".substring(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wrongTriesCostGrowingDelaysUpToAQuarterOfAnHour() {
        assertThat(Patience.afterFailures(4)).isEqualTo(Duration.ZERO);
        assertThat(Patience.afterFailures(5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Patience.afterFailures(6)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Patience.afterFailures(12)).isEqualTo(Duration.ofSeconds(640));
        assertThat(Patience.afterFailures(13)).isEqualTo(Duration.ofMinutes(15));
        assertThat(Patience.afterFailures(1_000_000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void anAccountWaitsAfterItsFifthFailureAndASuccessForgives() {
        Account account =
                Account.staff(1, Role.COORDINATOR, " Ann@Site.ORG ", "Ann", null, "hash", NOW);
        for (int i = 0; i < 5; i++) {
            assertThat(account.admits(NOW)).isTrue();
            account.failed(NOW);
        }

        assertThat(account.admits(NOW.plusSeconds(4))).isFalse();
        assertThat(account.admits(NOW.plusSeconds(5))).isTrue();
        account.entered();
        assertThat(account.admits(NOW)).isTrue();
        assertThat(account.email()).isEqualTo("ann@site.org");
        assertThat(account.maskedEmail()).isEqualTo("a•••@site.org");
    }
}

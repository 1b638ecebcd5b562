package org.preceptorportal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One-time links (AC-3). */
class SignInLinkTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void isOpenForTenMinutes() {
        SignInLink link = new SignInLink(1, Secret.token(), "/home", true, NOW);

        assertThat(link.state(NOW)).isEqualTo(SignInLink.State.OPEN);
        assertThat(link.state(NOW.plus(Duration.ofMinutes(10)).minusMillis(1)))
                .isEqualTo(SignInLink.State.OPEN);
        assertThat(link.state(NOW.plus(Duration.ofMinutes(10))))
                .isEqualTo(SignInLink.State.EXPIRED);
    }

    @Test
    void staysOpenForAWeekInAMailOfThePortalsOwn() {
        SignInLink link = new SignInLink(1, Secret.token(), "/home", false, NOW);

        assertThat(link.state(NOW.plus(Duration.ofDays(7)).minusMillis(1)))
                .isEqualTo(SignInLink.State.OPEN);
        assertThat(link.state(NOW.plus(Duration.ofDays(7)))).isEqualTo(SignInLink.State.EXPIRED);
    }

    @Test
    void keepsTheHashOfItsTokenOnly() {
        Secret token = Secret.token();
        SignInLink link = new SignInLink(1, token, "/home", true, NOW);

        assertThat(link.tokenHash()).isEqualTo(token.hash()).hasSize(64);
        assertThat(link.tokenHash()).isNotEqualTo(token.text());
        assertThat(token.toString()).doesNotContain(token.text());
    }

    @Test
    void tokensHave256BitsAndKeys40Signs() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            seen.add(Secret.token().text());
        }
        assertThat(seen).hasSize(1000).allMatch(token -> token.matches("[A-Za-z0-9_-]{43}"));
        assertThat(Secret.apiKey().text()).matches("pp_[0-9A-Za-z]{40}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "home",
                "/a\r\nb",
                ""
            })
    void leadsToThePortalOnly(String target) {
        assertThat(Target.isOurs(target)).isFalse();
        assertThat(Target.orHome(target)).isEqualTo("/home");
        assertThatThrownBy(() -> new SignInLink(1, Secret.token(), target, true, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leadsToAPathWithItsQuery() {
        assertThat(Target.isOurs("/letter/draft?id=7")).isTrue();
    }
}

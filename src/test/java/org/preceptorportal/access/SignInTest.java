package org.preceptorportal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.preceptorportal.shell.Role;

/** Sign-ins that outlive a restart (AC-6). */
class SignInTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @EnumSource(names = {"PRECEPTOR", "ASSISTANT", "LEARNER", "DESIGNEE"})
    void lastsTwelveHoursUnusedForThoseWhoComeByLink(Role role) {
        SignIn signIn = signIn(role);

        assertThat(signIn.lasts(role, NOW.plus(Duration.ofHours(12)).minusMillis(1))).isTrue();
        assertThat(signIn.lasts(role, NOW.plus(Duration.ofHours(12)))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"PRECEPTOR", "ASSISTANT", "LEARNER", "DESIGNEE"})
    void lastsHalfAnHourUnusedForStaff(Role role) {
        SignIn signIn = signIn(role);

        assertThat(signIn.lasts(role, NOW.plus(Duration.ofMinutes(30)).minusMillis(1))).isTrue();
        assertThat(signIn.lasts(role, NOW.plus(Duration.ofMinutes(30)))).isFalse();
    }

    @Test
    void endsAtTheLatestAfterSevenDaysAndForStaffAfterTwelveHours() {
        assertThat(Stay.of(Role.PRECEPTOR).whole()).isEqualTo(Duration.ofDays(7));
        assertThat(Stay.of(Role.COORDINATOR).whole()).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void endsForGoodWhenItIsEnded() {
        SignIn signIn = signIn(Role.PRECEPTOR);
        signIn.end(NOW);

        assertThat(signIn.lasts(Role.PRECEPTOR, NOW)).isFalse();
    }

    @Test
    void aUseIsWrittenDownAtMostOnceAMinute() {
        SignIn signIn = signIn(Role.PRECEPTOR);

        assertThat(signIn.wasQuiet(NOW.plusSeconds(59))).isFalse();
        assertThat(signIn.wasQuiet(NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void aBrowserKeepsItsNameOverSignInsAndNeverItsToken() {
        Ticket first = Ticket.after(Optional.empty());
        Ticket second = Ticket.after(Ticket.read(first.cookie()));

        assertThat(Ticket.read(first.cookie())).contains(first);
        assertThat(second.browser()).isEqualTo(first.browser());
        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(Ticket.after(Optional.empty()).browser()).isNotEqualTo(first.browser());
        assertThat(first.toString()).doesNotContain(first.token().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "x", "' or 1=1", "aaaa.bbbb.cccc"})
    void aStrangeCookieIsNoTicket(String cookie) {
        assertThat(Ticket.read(cookie)).isEmpty();
        assertThat(Ticket.read(null)).isEmpty();
    }

    private static SignIn signIn(Role role) {
        return new SignIn(1, role, Ticket.after(Optional.empty()), "Firefox", "127.0.0.1", NOW);
    }
}

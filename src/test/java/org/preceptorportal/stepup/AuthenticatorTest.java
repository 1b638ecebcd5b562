package org.preceptorportal.stepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SU-2 and SU-3. */
class AuthenticatorTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:10Z");

    private final Authenticator app = new Authenticator(1, 20, new byte[0], NOW);

    @Test
    void takesEachCodeOnce() {
        assertThat(app.attempt(SECRET, code(NOW), NOW)).isEqualTo(Verdict.RIGHT);
        assertThat(app.attempt(SECRET, code(NOW), NOW.plusSeconds(1))).isEqualTo(Verdict.WRONG);
        Instant next = NOW.plusSeconds(30);
        assertThat(app.attempt(SECRET, code(next), next)).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void pausesAfterFiveWrongCodesEvenForTheRightOne() {
        for (int i = 0; i < Authenticator.TRIES; i++) {
            assertThat(app.attempt(SECRET, "000000", NOW)).isEqualTo(Verdict.WRONG);
        }
        assertThat(app.attempt(SECRET, code(NOW), NOW)).isEqualTo(Verdict.SPENT);
        Instant later = NOW.plus(Authenticator.PAUSE);
        assertThat(app.attempt(SECRET, code(later), later)).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void aSecretOpensForItsOwnerAndWithItsKeyOnly(@TempDir Path data, @TempDir Path other) {
        byte[] locked = new SecretBox(data).lock(SECRET, 20);
        assertThat(new String(locked, StandardCharsets.ISO_8859_1)).doesNotContain("1234567890");
        assertThat(new SecretBox(data).open(locked, 20)).isEqualTo(SECRET);
        assertThatThrownBy(() -> new SecretBox(data).open(locked, 21))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new SecretBox(other).open(locked, 20))
                .isInstanceOf(IllegalStateException.class);
        assertThat(data.resolve("stepup/secret.key")).hasSize(32);
    }

    private static String code(Instant at) {
        return Totp.code(SECRET, Totp.step(at));
    }
}

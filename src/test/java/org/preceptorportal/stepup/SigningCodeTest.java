package org.preceptorportal.stepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** SG-1: ten minutes, five tries, one use. */
class SigningCodeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private final SigningCode code = new SigningCode(100L, 20, "01234567", NOW);

    @Test
    void takesTheRightCodeHoweverItIsSpaced() {
        assertThat(code.attempt(" 0123 4567 ", NOW)).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void refusesAnotherLettersCode() {
        SigningCode other = new SigningCode(101L, 20, "76543210", NOW);
        assertThat(other.attempt("01234567", NOW)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void refusesNoCode() {
        assertThat(code.attempt(null, NOW)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void worksForTenMinutes() {
        assertThat(code.attempt("01234567", NOW.plusSeconds(599))).isEqualTo(Verdict.RIGHT);
        assertThat(code.attempt("01234567", NOW.plusSeconds(600))).isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void isSpentAfterFiveTries() {
        for (int i = 1; i < SigningCode.TRIES; i++) {
            assertThat(code.attempt("00000000", NOW)).isEqualTo(Verdict.WRONG);
        }
        assertThat(code.attempt("00000000", NOW)).isEqualTo(Verdict.SPENT);
        assertThat(code.attempt("01234567", NOW)).isEqualTo(Verdict.SPENT);
    }

    @Test
    void aRightTryCostsNone() {
        for (int i = 0; i < 2 * SigningCode.TRIES; i++) {
            assertThat(code.attempt("01234567", NOW)).isEqualTo(Verdict.RIGHT);
        }
    }

    @Test
    void isSpentOnceUsed() {
        code.use(NOW);
        assertThat(code.attempt("01234567", NOW)).isEqualTo(Verdict.SPENT);
        assertThatThrownBy(() -> code.use(NOW)).isInstanceOf(SigningCodeRefused.class);
    }

    @Test
    void staysOutOfLogs() {
        assertThat(new SigningCodeIssued(100L, 1, "ana@example.org", "01234567").toString())
                .doesNotContain("01234567", "ana@example.org");
    }
}

package org.preceptorportal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preceptorportal.verify.LetterVerifying.finding;

import org.junit.jupiter.api.Test;
import org.preceptorportal.signing.SignedLetter.State;
import org.preceptorportal.verify.Answer.Finding;

class LetterVerifyingTest {
    @Test
    void saysThatANewerVersionIsInForceOnlyWhereOneIs() {
        assertThat(finding(State.SUPERSEDED, () -> true)).isEqualTo(Finding.SUPERSEDED);
        assertThat(finding(State.SUPERSEDED, () -> false))
                .as("the newer one was withdrawn")
                .isEqualTo(Finding.WITHDRAWN);
        assertThat(finding(State.CURRENT, () -> true)).isEqualTo(Finding.GENUINE);
    }
}

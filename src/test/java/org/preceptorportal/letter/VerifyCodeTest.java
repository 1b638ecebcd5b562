package org.preceptorportal.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyCodeTest {
    @Test
    void isNeverTheSameTwice() {
        SecureRandom chance = new SecureRandom();
        Set<VerifyCode> codes = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            codes.add(VerifyCode.random(chance));
        }
        assertThat(codes).hasSize(1000);
        assertThat(codes).allMatch(code -> VerifyCode.read(code.text()).orElseThrow().equals(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4F7K-92QX-M301", "4f7k92qxm301", " 4F7K 92QX M3OI ", "4f7k–92qx–m3ol"})
    void isReadKindly(String typed) {
        assertThat(VerifyCode.read(typed)).contains(new VerifyCode("4F7K-92QX-M301"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4F7K-92QX", "4F7K-92QX-M3U1", "4F7K-92QX-M301-0", "' or 1=1 --"})
    void knowsWhatIsNoCode(String typed) {
        assertThat(VerifyCode.read(typed)).isEmpty();
    }
}

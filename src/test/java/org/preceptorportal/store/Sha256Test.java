package org.preceptorportal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class Sha256Test {
    @Test
    void isSixtyFourSmallHexadecimalDigits() {
        String digits = "0123456789abcdef".repeat(4);
        assertThat(new Sha256(digits).hex()).isEqualTo(digits);
        for (String wrong :
                new String[] {
                    null,
                    "",
                    digits.substring(1),
                    digits + "0",
                    digits.toUpperCase(java.util.Locale.ROOT),
                    "g" + digits.substring(1),
                    "/" + digits.substring(1),
                    ":" + digits.substring(1),
                    "`" + digits.substring(1)
                }) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> new Sha256(wrong));
        }
    }
}

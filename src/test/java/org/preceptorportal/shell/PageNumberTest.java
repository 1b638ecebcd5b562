package org.preceptorportal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageNumberTest {
    @Test
    void staysWithinTheList() {
        assertThat(PageNumber.of(null, 0)).isEqualTo(new PageNumber(1, 1));
        assertThat(PageNumber.of("2", 51)).isEqualTo(new PageNumber(2, 2));
        assertThat(PageNumber.of("9", 51)).isEqualTo(new PageNumber(2, 2));
        assertThat(PageNumber.of("-1", 51)).isEqualTo(new PageNumber(1, 2));
        assertThat(PageNumber.of("x", 50)).isEqualTo(new PageNumber(1, 1));
        assertThat(new PageNumber(3, 3).first()).isEqualTo(100);
    }
}

package org.preceptorportal.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.preceptorportal.shell.Words;

class PreflightFailedTest {
    private static String said(String... wrong) {
        return new Words().why(new PreflightFailed("ERAS", List.of(wrong)));
    }

    @Test
    void severalFaultsStandALineEach() {
        assertThat(said("It has no date.").lines())
                .containsExactly("ERAS would refuse this file. It has no date.");
        assertThat(said("It has no date.", "It has 9 pages.").lines().map(String::strip))
                .containsExactly(
                        "ERAS would refuse this file.", "• It has no date.", "• It has 9 pages.");
    }
}

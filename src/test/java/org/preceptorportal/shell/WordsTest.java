package org.preceptorportal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void keepsApostrophesAndNamesAsTheyAre() {
        assertThat(new Words().say("shell", "home.due", "don't {0} José"))
                .isEqualTo("Due don't {0} José");
    }
}

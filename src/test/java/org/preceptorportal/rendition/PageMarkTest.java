package org.preceptorportal.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.preceptorportal.store.Sha256;

/** What stands on a page and its name go together. */
class PageMarkTest {
    record Part(String name, byte[] picture, Optional<String> maybe) {}

    record Whole(String title, List<Part> parts, Object anything) {}

    @Test
    void equalPagesHaveOneName() {
        assertThat(mark("a", "b", 1, "x")).isEqualTo(mark("a", "b", 1, "x"));
    }

    @Test
    void anyChangeGivesAnotherName() {
        Sha256 shown = mark("a", "b", 1, "x");
        assertThat(
                        List.of(
                                mark("A", "b", 1, "x"),
                                mark("a", "B", 1, "x"),
                                mark("a", "b", 2, "x"),
                                mark("a", "b", 1, "y"),
                                mark("a", "b", 1, null)))
                .doesNotContain(shown)
                .doesNotHaveDuplicates();
    }

    @Test
    void wordsCannotPassForAnotherPart() {
        assertThat(PageMark.of(new Whole("a;b", List.of(), "c")))
                .isNotEqualTo(PageMark.of(new Whole("a", List.of(), "b;c")));
    }

    @Test
    void refusesWhatItCannotTellApart() {
        assertThatThrownBy(() -> PageMark.of(new Whole("a", List.of(), new Object())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Sha256 mark(String title, String name, int picture, String maybe) {
        return PageMark.of(
                new Whole(
                        title,
                        List.of(
                                new Part(
                                        name,
                                        new byte[] {(byte) picture},
                                        Optional.ofNullable(maybe))),
                        7));
    }
}

package org.preceptorportal.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.preceptorportal.reports.LetterPage;
import org.preceptorportal.reports.Logo;
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

    /** Else nobody could sign, and it would show only where the page is used. */
    @Test
    void knowsEveryKindOfThingOnALetter() {
        walk(LetterPage.class, new HashSet<>());
    }

    private static void walk(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType many) {
            assertThat(many.getRawType()).isIn(List.class, Optional.class);
            for (Type argument : many.getActualTypeArguments()) {
                walk(argument, seen);
            }
        } else if (type instanceof Class<?> kind && kind.isRecord()) {
            for (RecordComponent component : kind.getRecordComponents()) {
                walk(component.getGenericType(), seen);
            }
        } else if (type instanceof Class<?> kind && kind.isSealed()) {
            for (Class<?> each : kind.getPermittedSubclasses()) {
                walk(each, seen);
            }
        } else {
            assertThat(type)
                    .isIn(
                            String.class,
                            boolean.class,
                            int.class,
                            byte[].class,
                            Logo.class,
                            Instant.class,
                            LocalDate.class,
                            ZoneId.class);
        }
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

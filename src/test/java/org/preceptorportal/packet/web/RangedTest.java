package org.preceptorportal.packet.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preceptorportal.packet.web.Ranged.Span;

/** RFC 9110, section 14. */
class RangedTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-, 0, 1000",
        "bytes=10-19, 10, 20",
        "bytes=990-2000, 990, 1000",
        "bytes=-5, 995, 1000",
        "bytes=-5000, 0, 1000",
    })
    void readsOneRange(String header, long from, long until) {
        assertThat(Span.of(header, 1000)).contains(new Span(from, until));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=5000-6000", "bytes=-0"})
    void knowsARangeThatLiesOutside(String header) {
        assertThat(Span.of(header, 1000)).hasValueSatisfying(s -> assertThat(s.isEmpty()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=-", "bytes=5-4", "bytes=0-1,5-6", "lines=0-1", "bytes=a-b"})
    void givesTheWholeForWhatItCannotRead(String header) {
        assertThat(Span.of(header, 1000)).isEmpty();
    }

    @Test
    void tellsWhereTheBytesOfAnAnswerBegin() {
        assertThat(Ranged.firstByte(200, null)).hasValue(0);
        assertThat(Ranged.firstByte(206, "bytes 0-0/1000")).hasValue(0);
        assertThat(Ranged.firstByte(206, "bytes 990-999/1000")).hasValue(990);
        assertThat(Ranged.firstByte(304, null)).isEmpty();
        assertThat(Ranged.firstByte(416, "bytes */1000")).isEmpty();
    }

    @Test
    void givesTheWholeWhenNoRangeIsAskedFor() {
        assertThat(Span.of(null, 1000)).isEmpty();
    }
}

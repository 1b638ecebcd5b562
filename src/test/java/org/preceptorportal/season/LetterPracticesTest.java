package org.preceptorportal.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** S8: what writers and uploaders keep to is data. */
class LetterPracticesTest {
    @Test
    void s8_theShippedFileHoldsToday() {
        LetterPractices practices = shipped();

        LetterPractice today = practices.current();

        assertThat(today.leadWeeks()).isEqualTo(4);
        assertThat(today.channels())
                .extracting(LetterPractice.Channel::code)
                .containsExactly("ERAS", "RESIDENCYCAS", "DIRECT");
        assertThat(today.channel("ERAS").steps()).hasSizeGreaterThan(3);
        assertThatThrownBy(() -> today.channel("FAX")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesTheSeasonOfABrokenEntry() {
        assertThatThrownBy(() -> parse("[{\"from\":\"2027\",\"leadWeeks\":4}]"))
                .hasMessageContaining("the practice from 2027 in practice.json");
        assertThatThrownBy(
                        () ->
                                parse(
                                        """
                                        [{"from":"2027","leadWeeks":0,
                                          "nudges":{"atMost":1,"everyDays":1},
                                          "files":{"maxBytes":1,"maxPages":1},"channels":[]}]"""))
                .hasMessageContaining("impossible");
        assertThatThrownBy(
                        () ->
                                parse(
                                        """
                                        [{"from":"2027","leadWeeks":4,
                                          "nudges":{"atMost":1,"everyDays":1},
                                          "files":{"maxBytes":1,"maxPages":1},
                                          "channels":[{"code":"X","name":"X","service":"X",
                                            "address":"http://x","steps":["a"],"note":""}]}]"""))
                .hasMessageContaining("without https");
    }

    @Test
    void refusesAnEntryOfNoSeason() {
        LetterPractices practices = shipped();
        practices.all = List.of(new LetterPractice("1999", 4, 3, 7, 1, 1, List.of()));

        assertThatThrownBy(practices::current).hasMessageContaining("1999");
    }

    private static LetterPractices shipped() {
        Seasons seasons = new Seasons();
        seasons.clock = Clock.fixed(Instant.parse("2026-11-22T15:00:00Z"), ZoneOffset.UTC);
        seasons.read();
        LetterPractices practices = new LetterPractices();
        practices.seasons = seasons;
        practices.read();
        return practices;
    }

    private static List<LetterPractice> parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return LetterPractices.parse(reader.readArray());
        }
    }
}

package org.preceptorportal.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S8: what changes by season is data. */
class SeasonsTest {
    private static final String LADDER =
            """
            {"steps":["opening","due-3","due","due+7"],"quiet":{"from":"19:00","to":"08:00"},
             "weekends":false,"mailsPerWeek":3,"escalateDays":10}""";

    @Test
    void s8_theShippedFileCoversTheComingYearsWithoutAGap() {
        Seasons seasons = new Seasons();
        seasons.read();
        assertThat(seasons.get("2027").covers(LocalDate.of(2026, 11, 22))).isTrue();
        for (Season season : seasons.all()) {
            assertThat(season.lettersPerProgram("ERAS")).as("MyERAS takes four").isEqualTo(4);
            assertThat(season.lettersPerProgram("RESIDENCYCAS")).isEqualTo(4);
            assertThat(season.lettersPerProgram("DIRECT")).isEqualTo(6);
        }
        assertThat(seasons.of(LocalDate.of(2027, 6, 1)).code()).isEqualTo("2028");
        assertThat(seasons.get("2027").midFromDays()).isEqualTo(21);
        assertThat(seasons.get("2027").midDueDays()).isEqualTo(5);
        assertThat(seasons.get("2027").reminders().steps().get(0).code()).isEqualTo("opening");
    }

    @Test
    void refusesAGapBetweenSeasons() {
        assertThatThrownBy(
                        () ->
                                parse(
                                        season("a", "2026-01-01", "2026-05-31", LADDER),
                                        season("b", "2026-06-02", "2027-05-31", LADDER)))
                .hasMessageContaining("season b must begin the day after");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"ERAS\":4} | 4 | of season a in seasons.json: a number by channel",
                "\"ERAS\":4 | \"ERAS\":\"four\" | of season a in seasons.json: a number by channel",
                "\"ERAS\":4 | \"ERAS\":0 | season a lets no letter go by ERAS"
            })
    void refusesALimitThatIsNone(String part, String instead, String reason) {
        String json = season("a", "2026-06-01", "2027-05-31", LADDER).replace(part, instead);
        assertThatThrownBy(() -> parse(json)).hasMessageContaining(reason);
    }

    @Test
    void namesAChannelWithoutALimit() {
        Season season = parse(season("a", "2026-06-01", "2027-05-31", LADDER)).get(0);
        assertThatThrownBy(() -> season.lettersPerProgram("DIRECT"))
                .hasMessageContaining("season a in seasons.json lacks channel DIRECT");
    }

    @Test
    void readsALadder() {
        ReminderLadder ladder = ladder(LADDER);

        assertThat(ladder.steps())
                .extracting(ReminderStep::code)
                .containsExactly("opening", "due-3", "due", "due+7");
        assertThat(ladder.quiet(LocalTime.of(19, 0))).isTrue();
        assertThat(ladder.quiet(LocalTime.of(7, 59))).isTrue();
        assertThat(ladder.quiet(LocalTime.of(8, 0))).isFalse();
        assertThat(ladder.dayOff(LocalDate.of(2026, 11, 22))).isTrue();
        assertThat(ladder.dayOff(LocalDate.of(2026, 11, 23))).isFalse();
    }

    @Test
    void quietHoursMayLieWithinOneDay() {
        ReminderLadder ladder = ladder(LADDER.replace("19:00", "01:00"));

        assertThat(ladder.quiet(LocalTime.of(0, 59))).isFalse();
        assertThat(ladder.quiet(LocalTime.of(1, 0))).isTrue();
        assertThat(ladder.quiet(LocalTime.of(8, 0))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"opening\",\"due-3\" | \"due-9\",\"opening\" | step opening cannot follow due-9",
                "\"due-3\" | \"due+9\" | step due cannot follow due+9",
                "\"due-3\" | \"due\" | a step stands there twice",
                "\"due-3\" | \"soon\" | a step is opening",
                "\"opening\" | \"opening-1\" | nobody is reminded before an evaluation opens",
                "08:00 | 19:00 | the quiet hours leave no hour",
                "08:00 | 8 o'clock | could not be parsed",
                ":3 | :0 | mailsPerWeek is at least 1",
                ":10 | :-1 | escalateDays is not negative"
            })
    void refusesABrokenLadderAndSaysOfWhichSeason(String part, String instead, String reason) {
        assertThatThrownBy(() -> ladder(LADDER.replace(part, instead)))
                .hasMessageStartingWith("the reminders of season a in seasons.json: ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"steps", "quiet", "to", "weekends", "mailsPerWeek", "escalateDays"})
    void namesAMissingPart(String name) {
        assertThatThrownBy(() -> ladder(LADDER.replace("\"" + name + "\"", "\"other\"")))
                .hasMessageStartingWith("the reminders of season a in seasons.json: ")
                .hasMessageContaining(name);
    }

    private static ReminderLadder ladder(String json) {
        return parse(season("a", "2026-06-01", "2027-05-31", json)).get(0).reminders();
    }

    private static List<Season> parse(String... seasons) {
        String file = "[" + String.join(",", seasons) + "]";
        return Seasons.parse(Json.createReader(new StringReader(file)).readArray());
    }

    private static String season(String code, String first, String last, String ladder) {
        return """
        {"code":"%s","name":"A","firstDay":"%s","lastDay":"%s","lettersPerProgram":{"ERAS":4},
         "night":{"at":"02:00","zone":"America/New_York"},"evaluationDueDays":14,
         "midFromDays":21,"midDueDays":5,"reminders":%s}"""
                .formatted(code, first, last, ladder);
    }
}

package org.preceptorportal.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** S8: what changes by season is data. */
class SeasonsTest {
    @Test
    void s8_theShippedFileCoversTheComingYearsWithoutAGap() {
        Seasons seasons = new Seasons();
        seasons.read();
        assertThat(seasons.get("2027").covers(LocalDate.of(2026, 11, 22))).isTrue();
        assertThat(seasons.get("2027").lettersPerProgram()).isEqualTo(4);
    }

    @Test
    void refusesAGapBetweenSeasons() {
        String file =
                """
                [{"code":"a","name":"A","firstDay":"2026-01-01","lastDay":"2026-05-31","lettersPerProgram":4,
                  "night":{"at":"02:00","zone":"America/New_York"},"evaluationDueDays":14},
                 {"code":"b","name":"B","firstDay":"2026-06-02","lastDay":"2027-05-31","lettersPerProgram":4,
                  "night":{"at":"02:00","zone":"America/New_York"},"evaluationDueDays":14}]""";
        assertThatThrownBy(
                        () -> Seasons.parse(Json.createReader(new StringReader(file)).readArray()))
                .hasMessageContaining("season b must begin the day after");
    }
}

package org.preceptorportal.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonServicesTest {
    @Test
    void everySeasonHasItsServices() throws IOException {
        var bySeason =
                SeasonServices.parse(Json.createReader(new StringReader(text())).readArray());
        Seasons seasons = new Seasons();
        seasons.read();
        for (Season season : seasons.all()) {
            Services services = bySeason.get(season.code());
            assertThat(services.profile("eras").maxBytes()).isEqualTo(1_000_000);
            assertThat(services.texts()).isNotEmpty();
            assertThat(services.portalForms()).contains("plastic-surgery");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"goodBytes\": 500000|\"goodBytes\": 5000000000|profile eras",
                "\"signature\"|\"autograph\"|autograph is unknown",
                "\"code\": \"plain\"|\"code\": \"eras\"|a profile twice",
                "\"goodLine\": 78|\"goodLine\": 999|text fields",
                "\\[ -~\\]|[ -|a pattern is none",
                "\"2026\", \"2027\"|\"2026\", \"2026\"|season 2026 twice",
                "\"goodPages\": 2|\"bestPages\": 2|a part is missing"
            })
    void namesTheFault(String good, String bad, String fault) throws IOException {
        String broken = text().replaceFirst(good, bad);
        assertThatThrownBy(
                        () ->
                                SeasonServices.parse(
                                        Json.createReader(new StringReader(broken)).readArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(fault);
    }

    private static String text() throws IOException {
        return new String(
                SeasonServices.class.getResourceAsStream("/seasons/services.json").readAllBytes(),
                StandardCharsets.UTF_8);
    }
}

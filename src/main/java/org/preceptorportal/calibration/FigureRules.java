package org.preceptorportal.calibration;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What may be shown of how few, from a season on (S8): {@code seasons/figures.json}.
 *
 * @param from code of the first season in which this holds
 * @param minimum fewest evaluations behind a figure about a preceptor
 * @param bandMinimum fewest learners behind a cohort's band
 * @param firstCalibration submitted evaluations that the first calibration takes
 * @param calibrationGrowthPercent by how much they grow until the next
 */
public record FigureRules(
        String from,
        int minimum,
        int bandMinimum,
        int firstCalibration,
        int calibrationGrowthPercent) {
    public FigureRules {
        if (minimum < 1
                || bandMinimum < 4
                || firstCalibration < 1
                || calibrationGrowthPercent < 1) {
            throw new IllegalArgumentException("figures.json, season " + from + ": too low");
        }
    }

    private static final List<FigureRules> ALL = read();

    /**
     * @throws IllegalStateException when the file says nothing of this season
     */
    public static FigureRules of(String season) {
        return ALL.stream()
                .filter(rules -> rules.from.compareTo(season) <= 0)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("figures.json lacks " + season));
    }

    /**
     * How many of the first submissions are calibrated on: the largest number of a row that begins
     * with the first calibration and grows by the share, at least by one.
     *
     * @return 0 when there are too few yet
     */
    int calibrated(int submissions) {
        int taken = 0;
        long next = firstCalibration;
        while (next <= submissions) {
            taken = (int) next;
            next = Math.max(next + 1, next * (100 + calibrationGrowthPercent) / 100);
        }
        return taken;
    }

    private static List<FigureRules> read() {
        try (InputStream file = FigureRules.class.getResourceAsStream("/seasons/figures.json");
                JsonReader json = Json.createReader(file)) {
            return json.readArray().getValuesAs(JsonObject.class).stream()
                    .map(
                            o ->
                                    new FigureRules(
                                            o.getString("from"),
                                            o.getInt("minimum"),
                                            o.getInt("bandMinimum"),
                                            o.getInt("firstCalibration"),
                                            o.getInt("calibrationGrowthPercent")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("figures.json cannot be read", e);
        }
    }
}

package org.preceptorportal.calibration;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

/**
 * What may be shown of how few, from a season on (S8): {@code seasons/figures.json}.
 *
 * @param from code of the first season in which this holds
 * @param minimum fewest evaluations behind a figure about a preceptor
 * @param bandMinimum fewest learners behind a cohort's band
 * @param firstCalibration submitted evaluations that the first calibration takes
 * @param calibrationGrowthPercent by how much they grow until the next that no day brings
 * @param calibrationDay day of the month before which all that was submitted is calibrated on
 */
public record FigureRules(
        String from,
        int minimum,
        int bandMinimum,
        int firstCalibration,
        int calibrationGrowthPercent,
        int calibrationDay) {
    public FigureRules {
        if (minimum < 1
                || bandMinimum < 4
                || firstCalibration < 1
                || calibrationGrowthPercent < 1
                || calibrationDay < 1) {
            throw new IllegalArgumentException("figures.json, season " + from + ": too low");
        }
        if (calibrationDay > 28) {
            throw new IllegalArgumentException(
                    "figures.json, season " + from + ": some months have no such day");
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
     * How many of the first evaluations are calibrated on: all that were there on the last set day,
     * or the largest number of a row that begins with the first calibration and grows by the share,
     * whichever is more. So it is the calendar that brings a new calibration, and growth only where
     * evaluations have become many times as many meanwhile.
     *
     * @param evaluations that there are
     * @param onSetDay how many of them there were on the last set day
     * @return 0 when there are too few yet
     */
    int calibrated(int evaluations, int onSetDay) {
        int taken = onSetDay < firstCalibration ? 0 : onSetDay;
        long next = firstCalibration;
        while (next <= evaluations) {
            taken = Math.max(taken, (int) next);
            next = Math.max(next + 1, next * (100 + calibrationGrowthPercent) / 100);
        }
        return taken;
    }

    /** The last set day up to a day. */
    LocalDate setDay(LocalDate day) {
        LocalDate inMonth = day.withDayOfMonth(calibrationDay);
        return inMonth.isAfter(day) ? inMonth.minusMonths(1) : inMonth;
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
                                            o.getInt("calibrationGrowthPercent"),
                                            o.getInt("calibrationDay")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("figures.json cannot be read", e);
        }
    }
}

package org.preceptorportal.reports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * How a report's figures came about.
 *
 * @param version of the method of computation
 * @param inputs hash of all that went in, as hexadecimal digits
 * @param dataCutoff the newest included submission
 * @param zone in which moments are printed
 * @param calibration what comparisons with others rest on; null if nothing is compared
 * @param formulas what is computed, and its formula in words
 */
public record Method(
        String version,
        String inputs,
        Instant dataCutoff,
        ZoneId zone,
        Calibration calibration,
        List<Fact> formulas) {
    public Method {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(inputs, "inputs");
        Objects.requireNonNull(dataCutoff, "dataCutoff");
        Objects.requireNonNull(zone, "zone");
        formulas = List.copyOf(formulas);
    }

    /**
     * @param cutoff the newest submission in it
     * @param evaluations how many are in it
     */
    public record Calibration(Instant cutoff, int evaluations) {}
}

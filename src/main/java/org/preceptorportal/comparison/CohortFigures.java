package org.preceptorportal.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.preceptorportal.calibration.Calibrated;
import org.preceptorportal.calibration.Stratum;
import org.preceptorportal.fairness.Spread;

/**
 * The figures of an institution's learners in a season.
 *
 * @param learners with at least one final evaluation
 * @param evaluations finals that went in
 * @param preceptors different authors
 * @param littleContact rotations whose preceptor saw too little to evaluate
 * @param dataCutoff the newest submission among them
 * @param lines one for each domain and scale
 * @param heat one row for each learner, by name
 */
public record CohortFigures(
        String season,
        int learners,
        int evaluations,
        int preceptors,
        int littleContact,
        Instant dataCutoff,
        Calibrated calibration,
        List<Line> lines,
        List<HeatRow> heat) {
    public CohortFigures {
        lines = List.copyOf(lines);
        heat = List.copyOf(heat);
    }

    /**
     * One domain on one scale.
     *
     * @param learners who were rated in it
     * @param ratings items rated; null when it would tell what a preceptor's report hides
     * @param notObserved items marked "not observed"; null likewise
     * @param mean of the learners' means; null when nobody was rated
     * @param deviation standard deviation of the learners' means; null for fewer than two
     * @param band quartiles of the learners' means; null when too few
     * @param estimable learners with a fair score
     * @param unlinked learners without one because their raters are not linked to the others
     * @param spread variances of the mixed model; null when it could not be fitted
     * @param unsolved whether that was because it has no solution, and not for want of ratings
     */
    public record Line(
            String code,
            String label,
            String scale,
            int learners,
            int evaluations,
            Integer ratings,
            Integer notObserved,
            Double mean,
            Double deviation,
            Stratum.Band band,
            int estimable,
            int unlinked,
            Spread spread,
            boolean unsolved) {}

    /**
     * A learner's row of the heat map.
     *
     * @param means the learner's mean for each of {@code lines}; null where nothing was rated
     * @param evaluations the n of each mean
     */
    public record HeatRow(String code, String name, List<Double> means, List<Integer> evaluations) {
        public HeatRow {
            means = Collections.unmodifiableList(new ArrayList<>(means));
            evaluations = List.copyOf(evaluations);
        }
    }
}

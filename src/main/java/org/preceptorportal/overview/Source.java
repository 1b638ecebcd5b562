package org.preceptorportal.overview;

import java.time.LocalDate;

/**
 * An evaluation behind a figure.
 *
 * @param mean of its rated items; null where it only marked "not observed"
 * @param rated how many items it rated
 * @param notObserved how many it marked "not observed"
 */
public record Source(
        long evaluation,
        String learner,
        String preceptor,
        String rotation,
        LocalDate ended,
        Double mean,
        int rated,
        int notObserved) {}

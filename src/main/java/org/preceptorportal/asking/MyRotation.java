package org.preceptorportal.asking;

import java.time.LocalDate;

/**
 * A rotation that its learner may ask a letter for.
 *
 * @param asked true when there is a letter already
 */
public record MyRotation(
        long id,
        String preceptorName,
        String specialty,
        String siteName,
        LocalDate startDate,
        LocalDate endDate,
        boolean asked) {}

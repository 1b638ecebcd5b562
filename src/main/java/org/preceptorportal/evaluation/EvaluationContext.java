package org.preceptorportal.evaluation;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import org.preceptorportal.roster.RotationType;

/**
 * What gives an evaluation weight and is known from records, not typed.
 *
 * @param preceptor name with credentials
 * @param title the preceptor's role, or null
 * @param setting for instance inpatient
 * @param zone the site's time zone
 * @param supervised how many learners the preceptor has supervised so far, this one included
 */
public record EvaluationContext(
        long rotationId,
        long learnerId,
        String learner,
        String learnerLatin,
        long preceptorId,
        String preceptor,
        String title,
        RotationType type,
        String specialty,
        String setting,
        String site,
        ZoneId zone,
        LocalDate start,
        LocalDate end,
        int supervised)
        implements Serializable {}

package org.preceptorportal.skills;

import java.time.LocalDate;
import org.preceptorportal.evaluation.SubmittedEvaluation;
import org.preceptorportal.form.EvaluationForm;

/**
 * One evaluation with what it takes to count it.
 *
 * @param form the version it was answered on
 * @param rotationEnd last day of its rotation
 */
public record Observation(
        SubmittedEvaluation evaluation, EvaluationForm form, LocalDate rotationEnd) {}

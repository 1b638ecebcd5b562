package org.preceptorportal.evaluation;

import java.io.Serializable;
import java.time.Instant;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.form.EvaluationForm;

/**
 * An evaluation laid out for reading or filling in.
 *
 * @param version the version these answers have; 0 while nothing was saved
 * @param savedAt null while nothing was saved
 */
public record EvaluationSheet(
        DutyView rotation, EvaluationForm form, Answers answers, int version, Instant savedAt)
        implements Serializable {}

package org.preceptorportal.evaluation;

import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.roster.RotationType;

/**
 * What somebody with a rotation's card sees: whom they watched, and what is asked.
 *
 * @param code the card's, as it is kept
 * @param direct whether the phone is signed in as a preceptor who needs nobody's confirmation
 * @param ownCard whether it is signed in as the learner whose card this is
 * @param preceptor who will confirm it
 */
public record EncounterSheet(
        String code,
        String learner,
        String learnerLatin,
        String preceptor,
        RotationType type,
        String specialty,
        String site,
        EvaluationForm form,
        boolean direct,
        boolean ownCard) {}

package org.preceptorportal.evaluation;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Item;

/**
 * An encounter that somebody else wrote down, for its preceptor to read.
 *
 * @param observer name and role, as typed
 * @param signedInAs whose sign-in was on the phone, or null
 * @param revision the sum of the answers' revisions: what is confirmed is what was read
 * @param hits what looks like patient data in its note
 */
public record EncounterToConfirm(
        long evaluationId,
        String learner,
        String learnerLatin,
        String specialty,
        String observer,
        String signedInAs,
        Instant capturedAt,
        EvaluationForm form,
        Answers answers,
        int revision,
        List<PatientDataHit> hits)
        implements Serializable {

    /** The items that were answered, in the order of the form. */
    public List<Item> answered() {
        return form.items().stream()
                .filter(item -> answers.ratings().containsKey(item.code()))
                .toList();
    }

    /** 1 to 5, or null for "not observed". */
    public Integer rating(Item item) {
        return answers.ratings().get(item.code());
    }

    /** What the rating means; empty for "not observed". */
    public String meaning(Item item) {
        Integer rating = rating(item);
        return rating == null ? "" : form.anchor(item, rating);
    }

    /** The rating in one or two words. */
    public String word(Item item) {
        return form.scaleOf(item).level(rating(item)).word();
    }
}

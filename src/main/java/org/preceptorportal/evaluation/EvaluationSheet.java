package org.preceptorportal.evaluation;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.preceptorportal.attendance.Attendance;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.form.EvaluationForm;

/**
 * An evaluation laid out for reading or filling in.
 *
 * @param evaluationId null while nothing was saved
 * @param duty null for an encounter, which nobody owes
 * @param saved the answers as they are kept, by question
 * @param savedAt null while nothing was saved
 * @param submittedAt null while it is a draft
 * @param typedBy who typed last, or null
 * @param readyAt when an assistant handed it over, or null
 * @param observer who watched an encounter, when it was not the preceptor; else null
 * @param superseded whether a newer one took its place
 * @param agreedGoal what the middle of the rotation agreed on, or null
 * @param attendance the days logged and attested
 */
public record EvaluationSheet(
        Long evaluationId,
        DutyView duty,
        EvaluationContext context,
        EvaluationForm form,
        Map<String, SavedAnswer> saved,
        Instant savedAt,
        Instant submittedAt,
        String typedBy,
        Instant readyAt,
        String observer,
        boolean superseded,
        String agreedGoal,
        Attendance attendance)
        implements Serializable {

    /** The number its fields carry on a page: its duty's; 0 for an encounter. */
    public long number() {
        return duty == null ? 0 : duty.dutyId();
    }

    public Answers answers() {
        return Answers.of(form, SavedAnswers.values(saved));
    }

    /** As it is kept; empty when it is not answered. */
    public String value(String question) {
        SavedAnswer answer = saved.get(question);
        return answer == null ? "" : answer.value();
    }

    /** 0 when it is not answered. */
    public int revision(String question) {
        SavedAnswer answer = saved.get(question);
        return answer == null ? 0 : answer.revision();
    }

    /** The sum of all revisions. */
    public int revision() {
        return SavedAnswers.revision(saved);
    }

    /** Codes of what must still be answered. */
    public List<String> missing() {
        return answers().missing(form);
    }
}

package org.preceptorportal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.Duty;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Forms;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;

/** A preceptor fills in and submits the evaluation of a rotation; both sides read it later. */
@ApplicationScoped
public class Evaluating {
    @Inject Evaluations evaluations;
    @Inject Duties duties;
    @Inject Forms forms;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject Event<EvaluationSubmitted> submitted;

    /**
     * What the preceptor finds on opening the form: the draft, or an empty sheet. Changes nothing.
     *
     * @throws NotForCaller when the duty is not the caller's
     */
    @Transactional
    public EvaluationSheet sheet(Caller caller, long dutyId) {
        Duty duty = duties.owned(caller, dutyId);
        Optional<Evaluation> draft = evaluations.ofRotation(duty.rotationId(), duty.phase());
        return draft.isPresent()
                ? sheetOf(draft.get())
                : new EvaluationSheet(duties.view(dutyId), formFor(duty), Answers.none(), 0, null);
    }

    /**
     * The duty's evaluation, made as an empty draft of version 1 when there is none.
     *
     * @throws NotForCaller when the duty is not the caller's
     * @throws RotationNotOver when it is too early for it
     * @throws org.preceptorportal.duty.DutyNotOpen when it ended without an evaluation
     */
    @Transactional
    public Evaluation open(Caller caller, long dutyId) {
        // Locked: whoever comes second finds the draft.
        Duty duty = duties.ownedForChange(caller, dutyId);
        mustBeWritable(duty);
        return evaluations
                .ofRotation(duty.rotationId(), duty.phase())
                .orElseGet(
                        () -> {
                            Evaluation draft = new Evaluation(duty, formFor(duty), clock);
                            evaluations.add(draft);
                            evaluations.flush();
                            duties.started(caller, dutyId, draft.id());
                            return draft;
                        });
    }

    /**
     * Keeps all answers given so far.
     *
     * @param version the version whose answers the caller saw
     * @return the new version
     * @throws EvaluationChangedElsewhere when there is a newer version (EV-6)
     * @throws EvaluationClosed when already submitted
     * @throws RotationNotOver when the rotation goes on for more than a week
     */
    @Transactional
    public int save(Caller caller, long evaluationId, int version, Answers answers) {
        Evaluation evaluation = ownForChange(caller, evaluationId);
        if (evaluation.version() != version && evaluation.status() == EvaluationStatus.DRAFT) {
            throw new EvaluationChangedElsewhere();
        }
        evaluation.answer(answers, formOf(evaluation), clock);
        evaluations.flush();
        return evaluation.version();
    }

    /**
     * Submits for good: an audit row and an event in the same transaction.
     *
     * @throws EvaluationIncomplete names what is missing
     * @throws ContactInsufficient when too little was observed
     * @throws EvaluationClosed when already submitted
     * @throws RotationNotOver when the rotation goes on for more than a week
     */
    @Transactional
    public void submit(Caller caller, long evaluationId) {
        Evaluation evaluation = ownForChange(caller, evaluationId);
        evaluation.submit(formOf(evaluation), clock);
        duties.done(caller, dutyOf(evaluation));
        audit.record(
                caller,
                "evaluation.submitted",
                "evaluation",
                evaluationId,
                "form " + evaluation.form() + "-" + evaluation.formVersion());
        submitted.fire(
                new EvaluationSubmitted(
                        evaluationId,
                        evaluation.tenantId(),
                        evaluation.learnerId(),
                        evaluation.preceptorId()));
    }

    /**
     * A submitted evaluation, for its preceptor, its learner or the institution's coordinator. A
     * learner's reading is in the audit trail (EV-8).
     *
     * @throws NotForCaller when it is not the caller's, or not submitted
     */
    @Transactional
    public EvaluationSheet read(Caller caller, long evaluationId) {
        Evaluation evaluation = evaluations.get(evaluationId);
        boolean learner = caller.isPerson(Role.LEARNER, evaluation.learnerId());
        boolean allowed =
                learner
                        || caller.isPerson(Role.PRECEPTOR, evaluation.preceptorId())
                        || caller.is(Role.COORDINATOR);
        if (evaluation.tenantId() != caller.tenantId()
                || evaluation.status() != EvaluationStatus.SUBMITTED
                || !allowed) {
            throw audit.refuse(caller, "evaluation", evaluationId);
        }
        if (learner) {
            audit.record(caller, "evaluation.read", "evaluation", evaluationId, "by the learner");
        }
        return sheetOf(evaluation);
    }

    private EvaluationSheet sheetOf(Evaluation evaluation) {
        return new EvaluationSheet(
                duties.of(evaluation.rotationId(), evaluation.phase()),
                formOf(evaluation),
                evaluation.answers(),
                evaluation.version(),
                evaluation.savedAt());
    }

    private EvaluationForm formOf(Evaluation evaluation) {
        return forms.get(evaluation.tenantId(), evaluation.form(), evaluation.formVersion());
    }

    private EvaluationForm formFor(Duty duty) {
        return forms.current(
                duty.tenantId(),
                Purpose.valueOf(duty.phase().name()),
                duties.view(duty.id()).type());
    }

    private Evaluation ownForChange(Caller caller, long evaluationId) {
        Evaluation evaluation = evaluations.getForChange(evaluationId);
        Duty duty = duties.ownedForChange(caller, dutyOf(evaluation));
        mustBeWritable(duty);
        if (evaluation.preceptorId() != duty.preceptorId()) {
            evaluation.nowBy(duty.preceptorId());
        }
        return evaluation;
    }

    private long dutyOf(Evaluation evaluation) {
        return duties.of(evaluation.rotationId(), evaluation.phase()).dutyId();
    }

    private void mustBeWritable(Duty duty) {
        if (!duty.opened(LocalDate.now(clock))) {
            throw new RotationNotOver();
        }
    }
}

package org.preceptorportal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Forms;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;

/** A preceptor fills in and submits the evaluation of a rotation; both sides read it later. */
@ApplicationScoped
public class Evaluating {
    @Inject Evaluations evaluations;
    @Inject Rotations rotations;
    @Inject RotationEvaluations lists;
    @Inject Forms forms;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject Event<EvaluationSubmitted> submitted;

    /**
     * What the preceptor finds on opening the form: the draft, or an empty sheet. Changes nothing.
     *
     * @throws NotForCaller when the rotation is not the caller's
     */
    @Transactional
    public EvaluationSheet sheet(Caller caller, long rotationId) {
        Rotation rotation = ownRotation(caller, rotationId);
        Optional<Evaluation> draft = evaluations.ofRotation(rotationId);
        return draft.isPresent()
                ? sheetOf(draft.get())
                : new EvaluationSheet(
                        lists.get(rotationId), formFor(rotation), Answers.none(), 0, null);
    }

    /**
     * The rotation's evaluation, made as an empty draft of version 1 when there is none.
     *
     * @throws NotForCaller when the rotation is not the caller's
     * @throws RotationNotOver when it goes on for more than a week
     */
    @Transactional
    public Evaluation open(Caller caller, long rotationId) {
        Rotation rotation = ownRotation(caller, rotationId);
        mustBeNearItsEnd(rotation);
        evaluations.lockRotation(rotationId);
        return evaluations
                .ofRotation(rotationId)
                .orElseGet(
                        () -> {
                            Evaluation draft = new Evaluation(rotation, formFor(rotation), clock);
                            evaluations.add(draft);
                            evaluations.flush();
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
                lists.get(evaluation.rotationId()),
                formOf(evaluation),
                evaluation.answers(),
                evaluation.version(),
                evaluation.savedAt());
    }

    private EvaluationForm formOf(Evaluation evaluation) {
        return forms.get(evaluation.tenantId(), evaluation.form(), evaluation.formVersion());
    }

    private EvaluationForm formFor(Rotation rotation) {
        return forms.current(rotation.tenantId(), Purpose.FINAL, rotation.type());
    }

    private Rotation ownRotation(Caller caller, long rotationId) {
        Rotation rotation = rotations.get(rotationId);
        if (rotation.tenantId() != caller.tenantId()
                || !caller.isPerson(Role.PRECEPTOR, rotation.preceptorId())) {
            throw audit.refuse(caller, "rotation", rotationId);
        }
        return rotation;
    }

    private Evaluation ownForChange(Caller caller, long evaluationId) {
        Evaluation evaluation = evaluations.getForChange(evaluationId);
        if (evaluation.tenantId() != caller.tenantId()
                || !caller.isPerson(Role.PRECEPTOR, evaluation.preceptorId())) {
            throw audit.refuse(caller, "evaluation", evaluationId);
        }
        mustBeNearItsEnd(rotations.get(evaluation.rotationId()));
        return evaluation;
    }

    private void mustBeNearItsEnd(Rotation rotation) {
        if (!RotationEvaluations.mayBeWritten(rotation.endDate(), clock)) {
            throw new RotationNotOver();
        }
    }
}

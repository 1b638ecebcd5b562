package org.preceptorportal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.preceptorportal.attendance.Attendances;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.Duty;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Forms;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;

/** A preceptor fills in and submits what they owe; both sides read it later. */
@ApplicationScoped
public class Evaluating {
    /** Answers that one call may bring: more than any form asks. */
    private static final int MOST_CHANGES = 200;

    @Inject Evaluations evaluations;
    @Inject SavedAnswers saved;
    @Inject Rotations rotations;
    @Inject Duties duties;
    @Inject Attendances attendances;
    @Inject Forms forms;
    @Inject PatientData patientData;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject Event<EvaluationSubmitted> submitted;

    /**
     * What the preceptor or an assistant finds on opening the form: the draft, or an empty sheet.
     * Changes nothing.
     *
     * @throws NotForCaller when the duty is not the caller's
     */
    @Transactional
    public EvaluationSheet sheet(Caller caller, long dutyId) {
        Duty duty = duties.owned(caller, dutyId);
        DutyView view = duties.view(dutyId);
        Optional<Evaluation> draft =
                evaluations.draft(duty.rotationId(), purpose(duty.phase()), duty.preceptorId());
        if (draft.isPresent()) {
            return sheetOf(draft.get(), view);
        }
        return new EvaluationSheet(
                null,
                view,
                evaluations.context(duty.rotationId(), duty.preceptorId()),
                currentForm(duty),
                unsaved(prefilled(duty)),
                null,
                null,
                null,
                null,
                null,
                false,
                agreedGoal(duty.rotationId(), duty.phase() == Phase.FINAL),
                attendances.ofRotation(duty.rotationId()));
    }

    /**
     * The duty's draft, made when there is none.
     *
     * @return its id
     * @throws NotForCaller when the duty is not the caller's
     * @throws RotationNotOver when it is too early for it
     */
    @Transactional
    public long open(Caller caller, long dutyId) {
        Duty duty = duties.ownedForChange(caller, dutyId);
        if (!duty.opened(LocalDate.now(clock))) {
            throw new RotationNotOver();
        }
        Optional<Evaluation> draft =
                evaluations.draft(duty.rotationId(), purpose(duty.phase()), duty.preceptorId());
        if (draft.isPresent() && draft.get().id().equals(duty.evaluationId())) {
            return draft.get().id();
        }
        Evaluation begun = draft.orElseGet(() -> begin(duty));
        duties.started(caller, dutyId, begun.id());
        return begun.id();
    }

    private Evaluation begin(Duty duty) {
        Evaluation draft =
                new Evaluation(
                        rotations.get(duty.rotationId()),
                        duty.preceptorId(),
                        currentForm(duty),
                        clock);
        evaluations.add(draft);
        List<Change> known = prefilled(duty);
        if (!known.isEmpty()) {
            saved.keep(draft.id(), known, clock.instant());
        }
        return draft;
    }

    private static Map<String, SavedAnswer> unsaved(List<Change> known) {
        Map<String, SavedAnswer> answers = new LinkedHashMap<>();
        known.forEach(
                each ->
                        answers.put(
                                each.question(),
                                new SavedAnswer(each.question(), each.value(), 0)));
        return answers;
    }

    /** What a final need not ask, for others have written it down already. */
    private List<Change> prefilled(Duty duty) {
        List<Change> known = new ArrayList<>();
        if (duty.phase() == Phase.FINAL) {
            int days = attendances.ofRotation(duty.rotationId()).daysLogged();
            if (days > 0) {
                known.add(
                        new Change(
                                Answers.DAYS,
                                Integer.toString(Math.min(days, Answers.MOST_DAYS)),
                                0));
            }
            int encounters = evaluations.encounters(duty.rotationId());
            if (encounters > 0) {
                known.add(
                        new Change(
                                Answers.ENCOUNTERS,
                                Integer.toString(Math.min(encounters, Answers.MOST_ENCOUNTERS)),
                                0));
            }
        }
        return known;
    }

    /**
     * Keeps answers, each for itself: what was changed elsewhere since is not overwritten but
     * handed back (EV-6).
     *
     * @throws NotForCaller when it is not the caller's
     * @throws AnswerNotPossible when the form does not ask this, or not in this way
     * @throws EvaluationClosed when already submitted
     */
    @Transactional
    public Autosave save(Caller caller, long evaluationId, List<Change> changes) {
        Instant now = clock.instant();
        Draft draft =
                saved.touch(caller, evaluationId, now)
                        .orElseThrow(() -> notForChange(caller, evaluationId));
        EvaluationForm form = forms.get(caller.tenantId(), draft.form(), draft.formVersion());
        Map<String, Change> latest = new LinkedHashMap<>();
        for (Change change : changes) {
            Answers.check(form, change);
            latest.put(change.question(), change);
        }
        if (latest.size() > MOST_CHANGES) {
            throw new AnswerNotPossible("");
        }
        if (!latest.isEmpty()) {
            saved.keep(evaluationId, List.copyOf(latest.values()), now);
        }
        Map<String, SavedAnswer> all = saved.of(evaluationId);
        List<SavedAnswer> kept = new ArrayList<>();
        List<SavedAnswer> conflicts = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (Change change : latest.values()) {
            SavedAnswer answer = all.get(change.question());
            (answer.value().equals(change.value()) ? kept : conflicts).add(answer);
            if (form.asks(change.question())) {
                texts.put(change.question(), change.value());
            }
        }
        return new Autosave(
                kept,
                conflicts,
                texts.isEmpty() ? List.of() : patientData.in(texts, known(draft)),
                now,
                Answers.of(form, SavedAnswers.values(all)).missing(form).size(),
                SavedAnswers.revision(all));
    }

    /**
     * The caller's drafts that an assistant has handed over; the preceptor's, for an assistant.
     *
     * @throws NotForCaller when the caller is neither
     */
    @Transactional
    public Set<Long> handedOver(Caller caller) {
        if (!caller.is(Role.PRECEPTOR, Role.ASSISTANT)) {
            throw audit.refuse(caller, "evaluation", "handed over");
        }
        return evaluations.handedOver(caller.personId());
    }

    /**
     * An assistant hands a draft over to the preceptor, who alone can submit it (EV-11).
     *
     * @throws NotForCaller when it is not the caller's
     */
    @Transactional
    public void ready(Caller caller, long evaluationId) {
        Evaluation evaluation = evaluations.getForChange(evaluationId);
        if (evaluation.tenantId() != caller.tenantId()
                || !caller.actsFor(evaluation.preceptorId())) {
            throw audit.refuse(caller, "evaluation", evaluationId);
        }
        evaluation.ready(clock);
        audit.record(caller, "evaluation.ready", "evaluation", evaluationId, "");
    }

    /**
     * The preceptor had the whole evaluation before them (EV-12).
     *
     * @param seen the sum of the answers' revisions that the page showed
     * @throws EvaluationNotViewed when it has changed since
     * @throws NotForCaller when it is not the caller's own
     */
    @Transactional
    public void view(Caller caller, long evaluationId, int seen) {
        Evaluation evaluation = ownForChange(caller, evaluationId);
        int revision = SavedAnswers.revision(saved.of(evaluationId));
        if (revision != seen) {
            throw new EvaluationNotViewed();
        }
        evaluation.viewed(revision);
    }

    /**
     * Submits for good: an audit row and an event in the same transaction.
     *
     * @param justification why what looks like patient data may stand; null or empty without
     * @throws EvaluationIncomplete names what is missing
     * @throws ContactInsufficient when too little was observed
     * @throws EvaluationNotViewed unless {@link #view} saw the answers as they are
     * @throws PatientDataSuspected when a text seems to name a patient and nobody says why
     * @throws EvaluationClosed when already submitted
     * @throws NotForCaller when it is not the caller's own; an assistant's neither (EV-11)
     */
    @Transactional
    public void submit(Caller caller, long evaluationId, String justification) {
        Evaluation evaluation = ownForChange(caller, evaluationId);
        Map<String, SavedAnswer> answers = saved.of(evaluationId);
        EvaluationForm form = formOf(evaluation);
        Answers given = Answers.of(form, SavedAnswers.values(answers));
        if (evaluation.amendsId() != null) {
            saved.supersede(evaluation.amendsId(), evaluationId);
        }
        evaluation.submit(form, given, SavedAnswers.revision(answers), clock);
        patientData.mustBeAbsentOrJustified(
                caller,
                evaluationId,
                given,
                evaluations.names(evaluation.rotationId(), evaluation.preceptorId()),
                justification);
        if (evaluation.phase() != Purpose.ENCOUNTER) {
            Phase phase = Phase.valueOf(evaluation.phase().name());
            duties.done(caller, duties.of(evaluation.rotationId(), phase).dutyId());
        }
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
                        evaluation.preceptorId(),
                        evaluation.phase()));
    }

    /**
     * Lets a preceptor write a submitted evaluation again: a draft with its answers takes its place
     * when it is submitted. The old one stays readable.
     *
     * @return the draft's id
     * @throws NotForCaller when the caller is not the institution's coordinator
     * @throws EvaluationClosed when it was not submitted, or something newer took its place
     */
    @Transactional
    public long reopen(Caller caller, long evaluationId, String reason) {
        Evaluation old = evaluations.getForChange(evaluationId);
        if (old.tenantId() != caller.tenantId() || !caller.is(Role.COORDINATOR)) {
            throw audit.refuse(caller, "evaluation", evaluationId);
        }
        if (old.phase() == Purpose.ENCOUNTER) {
            throw new EvaluationClosed();
        }
        Evaluation draft = Evaluation.amending(old, clock);
        evaluations.add(draft);
        saved.copy(evaluationId, draft.id());
        Phase phase = Phase.valueOf(old.phase().name());
        duties.reopenWith(caller, duties.of(old.rotationId(), phase).dutyId(), draft.id(), reason);
        audit.record(caller, "evaluation.reopened", "evaluation", evaluationId, reason.strip());
        return draft.id();
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
                learner || caller.actsFor(evaluation.preceptorId()) || caller.is(Role.COORDINATOR);
        if (evaluation.tenantId() != caller.tenantId()
                || evaluation.status() != EvaluationStatus.SUBMITTED
                || !allowed) {
            throw audit.refuse(caller, "evaluation", evaluationId);
        }
        if (learner) {
            audit.record(caller, "evaluation.read", "evaluation", evaluationId, "by the learner");
        }
        return sheetOf(evaluation, null);
    }

    /** The whole of an evaluation, for use cases that have authorized their caller. */
    EvaluationSheet sheetOf(Evaluation evaluation, DutyView duty) {
        return new EvaluationSheet(
                evaluation.id(),
                duty,
                evaluations.context(evaluation.rotationId(), evaluation.preceptorId()),
                formOf(evaluation),
                saved.of(evaluation.id()),
                evaluation.savedAt(),
                evaluation.submittedAt(),
                evaluation.typedBy(),
                evaluation.readyAt(),
                evaluation.observer(),
                evaluation.supersededBy() != null,
                agreedGoal(evaluation.rotationId(), evaluation.phase() == Purpose.FINAL),
                attendances.ofRotation(evaluation.rotationId()));
    }

    /** What looks like patient data in a sheet's texts. */
    public List<PatientDataHit> hits(EvaluationSheet sheet) {
        return patientData.in(
                PatientData.texts(sheet.answers()),
                evaluations.names(sheet.context().rotationId(), sheet.context().preceptorId()));
    }

    private List<String> known(Draft draft) {
        return evaluations.names(draft.rotationId(), draft.preceptorId());
    }

    private String agreedGoal(long rotationId, boolean asked) {
        return asked ? saved.agreedGoal(rotationId).orElse(null) : null;
    }

    private EvaluationForm formOf(Evaluation evaluation) {
        return forms.get(evaluation.tenantId(), evaluation.form(), evaluation.formVersion());
    }

    private EvaluationForm currentForm(Duty duty) {
        return forms.current(
                duty.tenantId(), purpose(duty.phase()), rotations.get(duty.rotationId()).type());
    }

    private static Purpose purpose(Phase phase) {
        return Purpose.valueOf(phase.name());
    }

    private RuntimeException notForChange(Caller caller, long evaluationId) {
        Evaluation evaluation = evaluations.get(evaluationId);
        return evaluation.tenantId() == caller.tenantId()
                        && caller.actsFor(evaluation.preceptorId())
                ? new EvaluationClosed()
                : audit.refuse(caller, "evaluation", evaluationId);
    }

    /** For what only the preceptor in person does. */
    Evaluation ownForChange(Caller caller, long evaluationId) {
        Evaluation evaluation = evaluations.getForChange(evaluationId);
        if (evaluation.tenantId() != caller.tenantId()
                || !caller.isPerson(Role.PRECEPTOR, evaluation.preceptorId())) {
            throw audit.refuse(caller, "evaluation", evaluationId);
        }
        return evaluation;
    }
}

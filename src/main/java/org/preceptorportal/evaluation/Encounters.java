package org.preceptorportal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.card.Card;
import org.preceptorportal.card.CardBusy;
import org.preceptorportal.card.CardNotValid;
import org.preceptorportal.card.Cards;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Forms;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;

/**
 * Observations at the bedside, written down by a rotation's card, and the preceptor's word on them.
 */
@ApplicationScoped
public class Encounters {
    /** Characters of an encounter's text: one thing to take away. */
    public static final int LONGEST_NOTE = 600;

    /** Encounters of one rotation that may wait for its preceptor. */
    static final int MOST_WAITING = 50;

    /** What became of an encounter that was sent. */
    public enum Outcome {
        SUBMITTED,
        WAITS
    }

    @Inject Cards cards;
    @Inject EncounterCaptures captures;
    @Inject Evaluations evaluations;
    @Inject SavedAnswers saved;
    @Inject Evaluating evaluating;
    @Inject PatientData patientData;
    @Inject Duties duties;
    @Inject Rotations rotations;
    @Inject Forms forms;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /**
     * What the holder of a card sees. Changes nothing.
     *
     * @param typed the card's code
     * @param address from which network address
     * @param caller who is signed in on this phone, or null
     * @throws CardNotValid says why the card does not work
     * @throws CardBusy when this address asks too often
     */
    @Transactional
    public EncounterSheet sheet(String typed, String address, Caller caller) {
        Card card = cards.open(typed, address);
        Rotation rotation = rotations.get(card.rotationId());
        long preceptor = preceptorOf(rotation);
        EvaluationContext context = evaluations.context(rotation.id(), preceptor);
        return new EncounterSheet(
                card.code(),
                context.learner(),
                context.learnerLatin(),
                context.preceptor(),
                rotation.type(),
                rotation.specialty(),
                context.site(),
                formFor(rotation),
                direct(caller, rotation, preceptor),
                caller != null && caller.isPerson(Role.LEARNER, rotation.learnerId()));
    }

    /**
     * Writes an encounter down. From the phone of the rotation's preceptor, or of whoever owes its
     * final, it is submitted at once; from any other it waits for them (EV-14).
     *
     * @param key names this sending: sent again, it is the same encounter
     * @param observer who watched; not asked of the preceptor
     * @param justification why what looks like patient data may stand; null or empty without
     * @param caller who is signed in on this phone, or null
     * @throws CardNotValid says why the card does not work
     * @throws CardBusy when this address or card is used too often
     * @throws EncounterNotPossible when the observer is not named, the note is too long, or too
     *     many encounters of this rotation wait already
     * @throws AnswerNotPossible when the form does not ask this, or not in this way
     * @throws EvaluationIncomplete names what is missing
     * @throws PatientDataSuspected when the note seems to name a patient and nobody says why
     * @throws SymbolNotPrintable when the note holds an emoji
     */
    @Transactional
    public Outcome capture(
            String typed,
            String address,
            UUID key,
            List<Change> answers,
            Observer observer,
            String justification,
            Caller caller) {
        Card card = cards.use(typed, address);
        Rotation rotation = rotations.get(card.rotationId());
        long preceptor = preceptorOf(rotation);
        boolean direct = direct(caller, rotation, preceptor);
        var before = captures.byKey(key);
        if (before.isPresent()) {
            return direct ? Outcome.SUBMITTED : Outcome.WAITS;
        }
        EvaluationForm form = formFor(rotation);
        Answers given = given(form, answers);
        Caller writer = caller == null ? stranger(rotation, address) : caller;
        mustFit(given);
        if (!direct) {
            mustBeWelcome(rotation, observer);
        }
        Evaluation draft =
                new Evaluation(rotation, direct ? caller.personId() : preceptor, form, clock);
        evaluations.add(draft);
        saved.keep(draft.id(), answers, clock.instant());
        draft.capturedBy(card.id(), direct ? null : observer.said());
        captures.add(new EncounterCapture(draft.id(), key, caller == null ? null : caller.name()));
        audit.record(writer, "encounter.captured", "evaluation", draft.id(), "card " + card.id());
        if (direct) {
            draft.viewed(SavedAnswers.revision(saved.of(draft.id())));
            evaluating.submit(caller, draft.id(), justification);
            return Outcome.SUBMITTED;
        }
        patientData.mustBeAbsentOrJustified(
                writer,
                draft.id(),
                given,
                evaluations.names(rotation.id(), preceptor),
                justification);
        return Outcome.WAITS;
    }

    /**
     * What others wrote down for the calling preceptor, or the preceptor of the calling assistant,
     * the oldest first.
     */
    @Transactional
    public List<EncounterToConfirm> toConfirm(Caller caller) {
        if (!caller.is(Role.PRECEPTOR, Role.ASSISTANT)) {
            throw audit.refuse(caller, "encounters", "to confirm");
        }
        return captures.ofPreceptor(caller.personId()).stream().map(this::shown).toList();
    }

    /** How many encounters wait for the calling preceptor. */
    @Transactional
    public int waiting(Caller caller) {
        return caller.is(Role.PRECEPTOR, Role.ASSISTANT)
                ? captures.countOfPreceptor(caller.personId())
                : 0;
    }

    /**
     * The preceptor has read it and stands behind it: it is submitted as theirs.
     *
     * @param read the revision that was shown
     * @throws EncounterNotPossible when it was discarded
     * @throws EvaluationNotViewed when it is not the revision that was shown
     * @throws PatientDataSuspected when the note seems to name a patient and nobody says why
     * @throws NotForCaller for anybody but its preceptor; an assistant neither (EV-11)
     */
    @Transactional
    public void confirm(Caller caller, long evaluationId, int read, String justification) {
        EncounterCapture capture = ownForChange(caller, evaluationId);
        capture.mustWait();
        evaluating.view(caller, evaluationId, read);
        evaluating.submit(caller, evaluationId, justification);
        audit.record(caller, "encounter.confirmed", "evaluation", evaluationId, "");
    }

    /**
     * It will never count.
     *
     * @param reason kept with it and in the audit trail
     * @throws EncounterNotPossible when it was discarded already, or without a reason
     * @throws EvaluationClosed when it was confirmed already
     * @throws NotForCaller for anybody but its preceptor
     */
    @Transactional
    public void discard(Caller caller, long evaluationId, String reason) {
        EncounterCapture capture = ownForChange(caller, evaluationId);
        if (evaluations.get(evaluationId).status() == EvaluationStatus.SUBMITTED) {
            throw new EvaluationClosed();
        }
        capture.discard(reason, clock);
        audit.record(
                caller, "encounter.discarded", "evaluation", evaluationId, capture.discardReason());
    }

    private EncounterCapture ownForChange(Caller caller, long evaluationId) {
        EncounterCapture capture = captures.getForChange(evaluationId);
        Evaluation evaluation = evaluations.get(evaluationId);
        if (evaluation.tenantId() != caller.tenantId()
                || !caller.isPerson(Role.PRECEPTOR, evaluation.preceptorId())) {
            throw audit.refuse(caller, "encounter", evaluationId);
        }
        return capture;
    }

    private EncounterToConfirm shown(EncounterCaptures.Waiting each) {
        Evaluation evaluation = each.evaluation();
        EvaluationForm form =
                forms.get(evaluation.tenantId(), evaluation.form(), evaluation.formVersion());
        var answers = saved.of(evaluation.id());
        Answers given = Answers.of(form, SavedAnswers.values(answers));
        EvaluationContext context =
                evaluations.context(evaluation.rotationId(), evaluation.preceptorId());
        return new EncounterToConfirm(
                evaluation.id(),
                context.learner(),
                context.learnerLatin(),
                context.specialty(),
                evaluation.observer(),
                each.capture().signedInAs(),
                evaluation.startedAt(),
                form,
                given,
                SavedAnswers.revision(answers),
                patientData.in(
                        given.texts(),
                        evaluations.names(evaluation.rotationId(), evaluation.preceptorId())));
    }

    private static Answers given(EvaluationForm form, List<Change> changes) {
        for (Change change : changes) {
            Answers.check(form, change);
        }
        Answers given =
                Answers.of(
                        form,
                        changes.stream()
                                .collect(Collectors.toMap(Change::question, Change::value)));
        List<String> missing = given.missing(form);
        if (!missing.isEmpty()) {
            throw new EvaluationIncomplete(missing);
        }
        return given;
    }

    private static void mustFit(Answers given) {
        for (String text : given.texts().values()) {
            if (text.length() > LONGEST_NOTE) {
                throw new EncounterNotPossible("long", LONGEST_NOTE);
            }
            // Now, not when the preceptor confirms: who wrote it is the one who can mend it.
            Evaluation.mustPrint(text);
        }
    }

    private void mustBeWelcome(Rotation rotation, Observer observer) {
        if (!observer.named()) {
            throw new EncounterNotPossible("observer");
        }
        if (observer.tooLong()) {
            throw new EncounterNotPossible("long", Observer.LONGEST);
        }
        Evaluation.mustPrint(observer.said());
        if (captures.countOfRotation(rotation.id()) >= MOST_WAITING) {
            throw new EncounterNotPossible("waiting");
        }
    }

    private static boolean direct(Caller caller, Rotation rotation, long preceptor) {
        return caller != null
                && caller.tenantId() == rotation.tenantId()
                && (caller.isPerson(Role.PRECEPTOR, rotation.preceptorId())
                        || caller.isPerson(Role.PRECEPTOR, preceptor));
    }

    /** Who owes the final now; it may be a colleague of the roster's preceptor. */
    private long preceptorOf(Rotation rotation) {
        return duties.of(rotation.id(), Phase.FINAL).preceptorId();
    }

    private EvaluationForm formFor(Rotation rotation) {
        return forms.current(rotation.tenantId(), Purpose.ENCOUNTER, rotation.type());
    }

    /** For the trail: somebody with a card in hand. The typed name is nobody's until confirmed. */
    private static Caller stranger(Rotation rotation, String address) {
        return new Caller(null, rotation.tenantId(), null, null, null, "Holder of a card", address);
    }
}

package org.preceptorportal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.preceptorportal.attendance.Attendance;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.card.Card;
import org.preceptorportal.card.CardBusy;
import org.preceptorportal.card.CardNotValid;
import org.preceptorportal.card.Cards;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Forms;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;

/**
 * Single observed encounters, written down on the spot by whoever holds a rotation's card. What its
 * preceptor did not write counts for nothing until they confirm it (EV-14).
 */
@ApplicationScoped
public class Encounters {
    /** Letters of an observer's name. */
    public static final int LONGEST_NAME = 200;

    @Inject Cards cards;
    @Inject Evaluating evaluating;
    @Inject Evaluations evaluations;
    @Inject SavedAnswers saved;
    @Inject PatientData patientData;
    @Inject Rotations rotations;
    @Inject Forms forms;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /**
     * An empty sheet for whoever holds the card. Changes nothing.
     *
     * @param address from which network address
     * @throws CardNotValid says why the card does not work
     * @throws CardBusy when this address asks too often
     */
    @Transactional
    public EvaluationSheet sheet(String code, String address) {
        Rotation rotation = rotations.get(cards.open(code, address).rotationId());
        return new EvaluationSheet(
                null,
                null,
                evaluations.context(rotation.id(), rotation.preceptorId()),
                form(rotation),
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                Attendance.NONE);
    }

    /**
     * Writes an encounter down: for good when the rotation's preceptor does it, else for them to
     * confirm.
     *
     * @param answers as changes of an empty draft
     * @param observer who watched, as typed; not needed from the preceptor
     * @param caller who is signed in, or null
     * @return whether it counts at once
     * @throws EvaluationIncomplete names what is missing, {@code observer} too
     * @throws PatientDataSuspected when the words seem to name a patient
     * @throws CardNotValid says why the card does not work
     * @throws CardBusy when the address or the card is used too often
     */
    @Transactional
    public boolean capture(
            String code, List<Change> answers, String observer, Caller caller, String address) {
        Card card = cards.use(code, address);
        Rotation rotation = rotations.get(card.rotationId());
        EvaluationForm form = form(rotation);
        answers.forEach(each -> Answers.check(form, each));
        boolean own = caller != null && caller.isPerson(Role.PRECEPTOR, rotation.preceptorId());
        String name = observer == null ? "" : observer.strip();
        if (!own && (name.isEmpty() || name.length() > LONGEST_NAME)) {
            throw new EvaluationIncomplete(List.of("observer"));
        }
        Evaluation encounter = new Evaluation(rotation, rotation.preceptorId(), form, clock);
        encounter.capturedBy(card.id(), own ? null : name);
        evaluations.add(encounter);
        saved.keep(encounter.id(), answers, clock.instant());
        Map<String, SavedAnswer> kept = saved.of(encounter.id());
        Answers given = Answers.of(form, SavedAnswers.values(kept));
        List<String> missing = given.missing(form);
        if (!missing.isEmpty()) {
            throw new EvaluationIncomplete(missing);
        }
        List<PatientDataHit> hits =
                patientData.in(
                        PatientData.texts(given),
                        evaluations.names(rotation.id(), rotation.preceptorId()));
        if (!hits.isEmpty()) {
            throw new PatientDataSuspected(hits);
        }
        if (own) {
            encounter.viewed(SavedAnswers.revision(kept));
            evaluating.submit(caller, encounter.id(), null);
        } else {
            audit.record(
                    caller == null || caller.tenantId() != rotation.tenantId()
                            ? holder(rotation.tenantId(), address)
                            : caller,
                    "encounter.captured",
                    "evaluation",
                    encounter.id(),
                    "to be confirmed");
        }
        return own;
    }

    private static Caller holder(long tenantId, String address) {
        return new Caller(null, tenantId, null, null, null, "Holder of a card", address);
    }

    /** What others wrote down for the calling preceptor to confirm, the oldest first. */
    @Transactional
    public List<EvaluationSheet> toConfirm(Caller caller) {
        if (!caller.is(Role.PRECEPTOR, Role.ASSISTANT)) {
            throw audit.refuse(caller, "encounters", "to confirm");
        }
        return evaluations.toConfirm(caller.personId()).stream()
                .map(each -> evaluating.sheetOf(each, null))
                .toList();
    }

    /**
     * The preceptor has read it and stands by it: it counts from now on.
     *
     * @throws NotForCaller when it is not the caller's own
     * @throws EvaluationClosed when it counts already
     */
    @Transactional
    public void confirm(Caller caller, long evaluationId) {
        Evaluation encounter = ownEncounter(caller, evaluationId);
        encounter.viewed(SavedAnswers.revision(saved.of(evaluationId)));
        evaluating.submit(caller, evaluationId, null);
    }

    /**
     * The preceptor does not stand by it: it is gone, but for a row in the trail.
     *
     * @throws NotForCaller when it is not the caller's own
     * @throws EvaluationClosed when it counts already
     */
    @Transactional
    public void discard(Caller caller, long evaluationId) {
        Evaluation encounter = ownEncounter(caller, evaluationId);
        if (encounter.status() == EvaluationStatus.SUBMITTED) {
            throw new EvaluationClosed();
        }
        saved.drop(evaluationId);
        evaluations.remove(encounter);
        audit.record(
                caller,
                "encounter.discarded",
                "evaluation",
                evaluationId,
                "rotation " + encounter.rotationId());
    }

    private Evaluation ownEncounter(Caller caller, long evaluationId) {
        Evaluation encounter = evaluating.ownForChange(caller, evaluationId);
        if (encounter.phase() != Purpose.ENCOUNTER) {
            throw audit.refuse(caller, "encounter", evaluationId);
        }
        return encounter;
    }

    private EvaluationForm form(Rotation rotation) {
        return forms.current(rotation.tenantId(), Purpose.ENCOUNTER, rotation.type());
    }
}

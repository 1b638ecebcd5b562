package org.preceptorportal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.card.Card;
import org.preceptorportal.card.Cards;
import org.preceptorportal.form.EvaluationForm;
import org.preceptorportal.form.Forms;
import org.preceptorportal.form.Item;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.form.ShippedForms;
import org.preceptorportal.privacy.PatientPrivacy;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.RotationType;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Words;

/** EV-14. */
class EncountersTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T14:02:00Z"), ZoneOffset.UTC);
    private static final Caller PRECEPTOR =
            new Caller(null, 1, Role.PRECEPTOR, 3L, null, "Dr. Ada Osei", null);
    private static final Caller LEARNER =
            new Caller(null, 1, Role.LEARNER, 2L, null, "Linh Nguyen", null);

    private final Encounters encounters = new Encounters();
    private final Map<String, SavedAnswer> kept = new HashMap<>();
    private final List<String> trail = new ArrayList<>();
    private final List<Long> counted = new ArrayList<>();
    private final List<Evaluation> all = new ArrayList<>();
    private final Forms forms = new ShippedForms();

    EncountersTest() {
        encounters.clock = CLOCK;
        encounters.forms = forms;
        encounters.cards =
                new Cards() {
                    @Override
                    public Card use(String typed, String address) {
                        return new Card(5, 1, 7, typed, null, null, null, null);
                    }
                };
        encounters.rotations =
                new Rotations() {
                    @Override
                    public Rotation get(long id) {
                        return SampleRotation.make();
                    }
                };
        encounters.evaluations =
                new Evaluations() {
                    @Override
                    public void add(Evaluation evaluation) {
                        give(evaluation, 9L);
                        all.add(evaluation);
                    }

                    @Override
                    Evaluation getForChange(long id) {
                        return all.get(0);
                    }

                    @Override
                    void remove(Evaluation evaluation) {
                        all.remove(evaluation);
                    }

                    @Override
                    List<String> names(long rotationId, long preceptorId) {
                        return List.of("Linh Nguyen");
                    }
                };
        encounters.saved =
                new SavedAnswers() {
                    @Override
                    java.util.Set<String> keep(long id, List<Change> changes, Instant now) {
                        changes.forEach(
                                c ->
                                        kept.put(
                                                c.question(),
                                                new SavedAnswer(c.question(), c.value(), 1)));
                        return kept.keySet();
                    }

                    @Override
                    Map<String, SavedAnswer> of(long id) {
                        return kept;
                    }

                    @Override
                    void drop(long id) {
                        kept.clear();
                    }
                };
        encounters.audit =
                new AuditTrail() {
                    @Override
                    public void record(
                            Caller caller, String action, String type, Object id, String detail) {
                        trail.add(action + " by " + caller.name());
                    }

                    @Override
                    public NotForCaller refuse(Caller caller, String type, Object id) {
                        return new NotForCaller(type);
                    }
                };
        encounters.patientData = new PatientData();
        encounters.patientData.privacy = new PatientPrivacy();
        encounters.patientData.words = new Words();
        Evaluating evaluating =
                new Evaluating() {
                    @Override
                    public void submit(Caller caller, long id, String justification) {
                        counted.add(id);
                    }
                };
        evaluating.evaluations = encounters.evaluations;
        evaluating.audit = encounters.audit;
        encounters.evaluating = evaluating;
    }

    @Test
    void thePreceptorsOwnCountsAtOnce() {
        assertThat(encounters.capture("CODE", whole(), null, PRECEPTOR, "::1")).isTrue();
        assertThat(counted).containsExactly(9L);
        assertThat(all.get(0).observer()).isNull();
    }

    @Test
    void anybodyElsesWaitsForThePreceptor() {
        assertThat(encounters.capture("CODE", whole(), "Dr. Lee", null, "::1")).isFalse();
        assertThat(encounters.capture("CODE", whole(), "Linh", LEARNER, "::1")).isFalse();
        assertThat(counted).isEmpty();
        assertThat(all.get(0).observer()).isEqualTo("Dr. Lee");
        assertThat(trail)
                .containsExactly(
                        "encounter.captured by Holder of a card",
                        "encounter.captured by Linh Nguyen");
        encounters.confirm(PRECEPTOR, 9);
        assertThat(counted).containsExactly(9L);
    }

    @Test
    void onlyItsPreceptorConfirmsOrRemovesIt() {
        encounters.capture("CODE", whole(), "Dr. Lee", null, "::1");
        assertThatThrownBy(() -> encounters.confirm(LEARNER, 9)).isInstanceOf(NotForCaller.class);
        Caller assistant = new Caller(null, 1, Role.ASSISTANT, 3L, null, "Tom", null);
        assertThatThrownBy(() -> encounters.confirm(assistant, 9)).isInstanceOf(NotForCaller.class);
        encounters.discard(PRECEPTOR, 9);
        assertThat(all).isEmpty();
        assertThat(kept).isEmpty();
        assertThat(trail).endsWith("encounter.discarded by Dr. Ada Osei");
    }

    @Test
    void whoWatchedAndWhatIsRequiredIsNamed() {
        assertThat(
                        catchThrowableOfType(
                                        EvaluationIncomplete.class,
                                        () -> encounters.capture("C", whole(), " ", null, "::1"))
                                .missing())
                .containsExactly("observer");
        assertThat(
                        catchThrowableOfType(
                                        EvaluationIncomplete.class,
                                        () ->
                                                encounters.capture(
                                                        "C", List.of(), "Dr. Lee", null, "::1"))
                                .missing())
                .containsExactlyElementsOf(form().required().stream().map(Item::code).toList());
    }

    @Test
    void aPatientsNumberIsRefused() {
        List<Change> changes = new ArrayList<>(whole());
        changes.add(new Change("note", "Found the clot of MRN 00412233.", 0));
        assertThatThrownBy(() -> encounters.capture("C", changes, "Dr. Lee", null, "::1"))
                .isInstanceOf(PatientDataSuspected.class);
    }

    private EvaluationForm form() {
        return forms.current(1, Purpose.ENCOUNTER, RotationType.EXTERNSHIP);
    }

    private List<Change> whole() {
        return form().required().stream().map(item -> new Change(item.code(), "4", 0)).toList();
    }

    private static void give(Evaluation evaluation, Long id) {
        try {
            var field = Evaluation.class.getDeclaredField("id");
            field.setAccessible(true);
            field.set(evaluation, id);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}

package org.preceptorportal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.card.Card;
import org.preceptorportal.card.Cards;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.evaluation.Encounters.Outcome;
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
    private static final String PHONE = "203.0.113.7";
    private static final Observer RESIDENT = new Observer("Mia Stone", "senior resident");
    private static final Caller PRECEPTOR = person(1, Role.PRECEPTOR, 3);
    private static final Caller ASSISTANT = person(1, Role.ASSISTANT, 3);
    private static final Caller LEARNER = person(1, Role.LEARNER, 2);

    private final Rotation rotation = SampleRotation.make();
    private final Map<Long, Evaluation> written = new HashMap<>();
    private final Map<Long, EncounterCapture> captures = new HashMap<>();
    private final Map<Long, Map<String, SavedAnswer>> answers = new HashMap<>();
    private final Map<UUID, EncounterCapture> byKey = new HashMap<>();
    private final List<String> trail = new ArrayList<>();
    private final Encounters encounters = new Encounters();
    private long owesTheFinal = 3;
    private int waiting;

    @BeforeEach
    void wire() {
        Forms forms = new ShippedForms();
        encounters.forms = forms;
        encounters.clock = CLOCK;
        encounters.rotations =
                new Rotations() {
                    @Override
                    public Rotation get(long id) {
                        return rotation;
                    }
                };
        encounters.cards =
                new Cards() {
                    @Override
                    public Card open(String typed, String address) {
                        LocalDate day = LocalDate.of(2026, 11, 2);
                        return new Card(8, 1, 7, typed, day, day, CLOCK.instant(), null);
                    }

                    @Override
                    public Card use(String typed, String address) {
                        return open(typed, address);
                    }
                };
        encounters.duties =
                new Duties() {
                    @Override
                    public DutyView of(long rotationId, Phase phase) {
                        return SampleDutyView.of(11, owesTheFinal, DutyView.State.OWED);
                    }
                };
        encounters.audit =
                new AuditTrail() {
                    @Override
                    public void record(
                            Caller caller, String action, String type, Object id, String detail) {
                        trail.add(action + " by " + caller.name() + ": " + detail);
                    }

                    @Override
                    public NotForCaller refuse(Caller caller, String type, Object id) {
                        return new NotForCaller(type);
                    }
                };
        encounters.evaluations = new Kept();
        encounters.captures = new Captured();
        encounters.saved =
                new SavedAnswers() {
                    @Override
                    Set<String> keep(long evaluationId, List<Change> changes, Instant now) {
                        Map<String, SavedAnswer> kept = new HashMap<>();
                        changes.forEach(
                                c ->
                                        kept.put(
                                                c.question(),
                                                new SavedAnswer(c.question(), c.value(), 1)));
                        answers.put(evaluationId, kept);
                        return kept.keySet();
                    }

                    @Override
                    Map<String, SavedAnswer> of(long evaluationId) {
                        return answers.get(evaluationId);
                    }
                };
        encounters.patientData = new PatientData();
        encounters.patientData.privacy = new PatientPrivacy();
        encounters.patientData.words = new Words();
        encounters.patientData.audit = encounters.audit;
        encounters.evaluating = new Submitting();
    }

    private final class Kept extends Evaluations {
        @Override
        public void add(Evaluation evaluation) {
            long id = 100 + written.size();
            numbered(evaluation, id);
            written.put(id, evaluation);
        }

        @Override
        public Evaluation get(long id) {
            return written.get(id);
        }

        @Override
        EvaluationContext context(long rotationId, long preceptorId) {
            return new EvaluationContext(
                    rotationId,
                    5,
                    "Linh Nguyen",
                    null,
                    preceptorId,
                    "Dr. Ada Osei",
                    null,
                    RotationType.CLERKSHIP,
                    "Surgery",
                    "inpatient",
                    "Northgate",
                    ZoneId.of("America/New_York"),
                    LocalDate.of(2026, 11, 2),
                    LocalDate.of(2026, 11, 27),
                    4);
        }

        @Override
        List<String> names(long rotationId, long preceptorId) {
            return List.of("Linh Nguyen", "Ada Osei");
        }
    }

    private final class Captured extends EncounterCaptures {
        @Override
        void add(EncounterCapture capture) {
            long id = 100 + captures.size();
            captures.put(id, capture);
        }

        @Override
        Optional<EncounterCapture> byKey(UUID key) {
            return Optional.ofNullable(byKey.get(key));
        }

        @Override
        EncounterCapture getForChange(long id) {
            return Optional.ofNullable(captures.get(id))
                    .orElseThrow(() -> new NotForCaller("encounter"));
        }

        @Override
        List<Waiting> ofPreceptor(long preceptorId) {
            return written.values().stream()
                    .filter(e -> e.preceptorId() == preceptorId)
                    .filter(e -> e.status() == EvaluationStatus.DRAFT)
                    .map(e -> new Waiting(captures.get(e.id()), e))
                    .toList();
        }

        @Override
        int countOfRotation(long rotationId) {
            return waiting;
        }
    }

    /** As {@link Evaluating} does it, with the aggregate's own rules. */
    private final class Submitting extends Evaluating {
        @Override
        public void view(Caller caller, long evaluationId, int seen) {
            if (SavedAnswers.revision(answers.get(evaluationId)) != seen) {
                throw new EvaluationNotViewed();
            }
            written.get(evaluationId).viewed(seen);
        }

        @Override
        public void submit(Caller caller, long evaluationId, String justification) {
            Evaluation evaluation = written.get(evaluationId);
            Answers given = Answers.of(form(), SavedAnswers.values(answers.get(evaluationId)));
            evaluation.submit(
                    form(), given, SavedAnswers.revision(answers.get(evaluationId)), CLOCK);
        }
    }

    private EvaluationForm form() {
        return encounters.forms.current(1, Purpose.ENCOUNTER, rotation.type());
    }

    private List<Change> whole(String note) {
        List<Change> all = new ArrayList<>();
        for (Item item : form().required()) {
            all.add(new Change(item.code(), "4", 0));
        }
        all.add(new Change("note", note, 0));
        return all;
    }

    private Outcome send(Caller caller, Observer observer, List<Change> given, String reason) {
        return encounters.capture(
                "CARD", PHONE, UUID.randomUUID(), given, observer, reason, caller);
    }

    private Evaluation only() {
        assertThat(written).hasSize(1);
        return written.values().iterator().next();
    }

    @Test
    void aStrangersObservationWaitsAndCountsForNothing() {
        assertThat(send(null, RESIDENT, whole("Asked well."), null)).isEqualTo(Outcome.WAITS);
        assertThat(only().status()).isEqualTo(EvaluationStatus.DRAFT);
        assertThat(only().phase()).isEqualTo(Purpose.ENCOUNTER);
        assertThat(only().preceptorId()).isEqualTo(3);
        assertThat(only().observer()).isEqualTo("Mia Stone, senior resident");
        assertThat(trail).containsExactly("encounter.captured by Holder of a card: card 8");
    }

    @Test
    void thePreceptorsOwnIsSubmittedAtOnce() {
        assertThat(send(PRECEPTOR, Observer.unknown(), whole("Asked well."), null))
                .isEqualTo(Outcome.SUBMITTED);
        assertThat(only().status()).isEqualTo(EvaluationStatus.SUBMITTED);
        assertThat(only().observer()).isNull();
    }

    @Test
    void whoOwesTheFinalCountsAsThePreceptor() {
        owesTheFinal = 4;
        assertThat(send(person(1, Role.PRECEPTOR, 4), Observer.unknown(), whole(""), null))
                .isEqualTo(Outcome.SUBMITTED);
        assertThat(only().preceptorId()).isEqualTo(4);
    }

    @Test
    void whatOthersWriteWaitsForWhoOwesTheFinal() {
        owesTheFinal = 4;
        send(null, RESIDENT, whole(""), null);
        assertThat(only().preceptorId()).isEqualTo(4);
    }

    @Test
    void nobodyElsesPhoneCountsAtOnce() {
        for (Caller caller :
                List.of(
                        LEARNER,
                        ASSISTANT,
                        person(1, Role.PRECEPTOR, 9),
                        person(2, Role.PRECEPTOR, 3),
                        new Caller(7L, 1, Role.COORDINATOR, null, null, "Carla", null))) {
            assertThat(send(caller, RESIDENT, whole(""), null))
                    .as(caller.name())
                    .isEqualTo(Outcome.WAITS);
        }
        assertThat(written.values()).allMatch(each -> each.status() == EvaluationStatus.DRAFT);
    }

    @Test
    void theSheetSaysWhetherItCountsAtOnceAndWhoseCardItIs() {
        EncounterSheet stranger = encounters.sheet("CARD", PHONE, null);
        assertThat(stranger.direct()).isFalse();
        assertThat(stranger.learner()).isEqualTo("Linh Nguyen");
        assertThat(stranger.form().purpose()).isEqualTo(Purpose.ENCOUNTER);
        assertThat(encounters.sheet("CARD", PHONE, PRECEPTOR).direct()).isTrue();
        assertThat(encounters.sheet("CARD", PHONE, ASSISTANT).direct()).isFalse();
        assertThat(encounters.sheet("CARD", PHONE, LEARNER).ownCard()).isTrue();
    }

    @Test
    void sentTwiceItIsTheSameEncounter() {
        UUID key = UUID.randomUUID();
        List<Change> given = whole("Asked well.");
        encounters.capture("CARD", PHONE, key, given, RESIDENT, null, null);
        byKey.put(key, captures.get(100L));
        assertThat(encounters.capture("CARD", PHONE, key, given, RESIDENT, null, null))
                .isEqualTo(Outcome.WAITS);
        assertThat(written).hasSize(1);
    }

    @Test
    void aStrangerIsNamedWithARole() {
        for (Observer nobody :
                List.of(
                        Observer.unknown(),
                        new Observer("Mia", " "),
                        new Observer(null, "resident"))) {
            assertThat(refusal(nobody, whole(""))).isEqualTo("refusal.encounter.observer");
        }
        assertThat(refusal(new Observer("x".repeat(91), "nurse"), whole("")))
                .isEqualTo("refusal.encounter.long");
        assertThat(refusal(RESIDENT, whole("x".repeat(601)))).isEqualTo("refusal.encounter.long");
        assertThat(written).isEmpty();
    }

    @Test
    void everyRequiredItemIsAnswered() {
        List<Change> half = whole("").subList(0, 1);
        EvaluationIncomplete no =
                catchThrowableOfType(
                        EvaluationIncomplete.class, () -> send(null, RESIDENT, half, null));
        assertThat(no.missing()).hasSize(form().required().size() - 1);
    }

    @Test
    void onlyWhatTheFormAsksIsTaken() {
        for (Change odd :
                List.of(
                        new Change("nonsense", "4", 0),
                        new Change(form().required().get(0).code(), "6", 0),
                        new Change("days", "3", 0))) {
            assertThatThrownBy(() -> send(null, RESIDENT, List.of(odd), null))
                    .isInstanceOf(AnswerNotPossible.class);
        }
    }

    @Test
    void aNoteThatNamesAPatientIsMendedOrJustified() {
        List<Change> note = whole("Mr. Tom Baker, MRN 1234567, was well cared for.");
        PatientDataSuspected suspected =
                catchThrowableOfType(
                        PatientDataSuspected.class, () -> send(null, RESIDENT, note, null));
        assertThat(suspected.hits()).allMatch(hit -> hit.question().equals("note")).isNotEmpty();
        assertThat(send(null, RESIDENT, note, "It is an invented case of our course."))
                .isEqualTo(Outcome.WAITS);
        assertThat(trail)
                .anyMatch(line -> line.startsWith("evaluation.patient-data-justified"))
                .noneMatch(line -> line.contains("Baker"));
    }

    @Test
    void anEmojiIsRefusedWhereItCanStillBeMended() {
        assertThatThrownBy(() -> send(null, RESIDENT, whole("Great \uD83D\uDE00"), null))
                .isInstanceOf(SymbolNotPrintable.class);
        assertThatThrownBy(() -> send(null, new Observer("\uD83D\uDE00", "nurse"), whole(""), null))
                .isInstanceOf(SymbolNotPrintable.class);
    }

    @Test
    void soManyWaitAtMost() {
        waiting = Encounters.MOST_WAITING;
        assertThat(refusal(RESIDENT, whole(""))).isEqualTo("refusal.encounter.waiting");
        assertThat(send(PRECEPTOR, Observer.unknown(), whole(""), null))
                .isEqualTo(Outcome.SUBMITTED);
    }

    @Test
    void isReadBeforeItIsConfirmed() {
        send(null, RESIDENT, whole("Asked well."), null);
        EncounterToConfirm read = encounters.toConfirm(PRECEPTOR).get(0);
        assertThat(read.observer()).isEqualTo("Mia Stone, senior resident");
        assertThat(read.answers().text("note")).isEqualTo("Asked well.");
        assertThat(read.answered()).hasSize(form().required().size());
        int older = read.revision() - 1;
        assertThatThrownBy(() -> encounters.confirm(PRECEPTOR, read.evaluationId(), older, null))
                .isInstanceOf(EvaluationNotViewed.class);
        encounters.confirm(PRECEPTOR, read.evaluationId(), read.revision(), null);
        assertThat(only().status()).isEqualTo(EvaluationStatus.SUBMITTED);
        assertThat(only().observer()).isEqualTo("Mia Stone, senior resident");
        assertThat(trail).contains("encounter.confirmed by PRECEPTOR 3: ");
        assertThat(encounters.toConfirm(PRECEPTOR)).isEmpty();
    }

    @Test
    void itsPreceptorAloneConfirmsAndDiscards() {
        send(null, RESIDENT, whole(""), null);
        int revision = encounters.toConfirm(ASSISTANT).get(0).revision();
        for (Caller caller :
                Arrays.asList(
                        ASSISTANT,
                        LEARNER,
                        person(1, Role.PRECEPTOR, 9),
                        person(2, Role.PRECEPTOR, 3))) {
            assertThatThrownBy(() -> encounters.confirm(caller, 100, revision, null))
                    .isInstanceOf(NotForCaller.class);
            assertThatThrownBy(() -> encounters.discard(caller, 100, "no"))
                    .isInstanceOf(NotForCaller.class);
        }
        assertThatThrownBy(() -> encounters.toConfirm(LEARNER)).isInstanceOf(NotForCaller.class);
    }

    @Test
    void isDiscardedForAReasonAndForGood() {
        send(null, RESIDENT, whole(""), null);
        int revision = encounters.toConfirm(PRECEPTOR).get(0).revision();
        for (String none : new String[] {null, " ", "x".repeat(501)}) {
            assertThatThrownBy(() -> encounters.discard(PRECEPTOR, 100, none))
                    .isInstanceOf(EncounterNotPossible.class);
        }
        encounters.discard(PRECEPTOR, 100, " It was another learner. ");
        assertThat(trail).contains("encounter.discarded by PRECEPTOR 3: It was another learner.");
        assertThatThrownBy(() -> encounters.confirm(PRECEPTOR, 100, revision, null))
                .isInstanceOf(EncounterNotPossible.class);
        assertThatThrownBy(() -> encounters.discard(PRECEPTOR, 100, "again"))
                .isInstanceOf(EncounterNotPossible.class);
        assertThat(only().status()).isEqualTo(EvaluationStatus.DRAFT);
    }

    @Test
    void whatIsConfirmedIsNotDiscarded() {
        send(null, RESIDENT, whole(""), null);
        EncounterToConfirm read = encounters.toConfirm(PRECEPTOR).get(0);
        encounters.confirm(PRECEPTOR, read.evaluationId(), read.revision(), null);
        assertThatThrownBy(() -> encounters.discard(PRECEPTOR, read.evaluationId(), "late"))
                .isInstanceOf(EvaluationClosed.class);
    }

    private static void numbered(Evaluation evaluation, long id) {
        try {
            Field field = Evaluation.class.getDeclaredField("id");
            field.setAccessible(true);
            field.set(evaluation, id);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private String refusal(Observer observer, List<Change> given) {
        return catchThrowableOfType(
                        EncounterNotPossible.class, () -> send(null, observer, given, null))
                .key();
    }

    private static Caller person(long tenant, Role role, long id) {
        return new Caller(1L, tenant, role, id, null, role + " " + id, null);
    }
}

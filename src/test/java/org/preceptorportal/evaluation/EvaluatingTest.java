package org.preceptorportal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.Duty;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.form.ShippedForms;
import org.preceptorportal.privacy.PatientPrivacy;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Words;

/** EV-1, EV-6, EV-10, EV-11 and EV-13. */
class EvaluatingTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T14:02:00Z"), ZoneOffset.UTC);
    private static final Caller PRECEPTOR =
            new Caller(null, 1, Role.PRECEPTOR, 3L, null, "Dr. Ada Osei", null);
    private static final Caller ASSISTANT =
            new Caller(null, 1, Role.ASSISTANT, 3L, null, "Tom Hale", null);

    private final Evaluation draft =
            new Evaluation(SampleRotation.make(), 3, SampleForm.FORM, CLOCK);
    private final Map<String, SavedAnswer> kept = new HashMap<>();
    private final Evaluating evaluating = new Evaluating();

    EvaluatingTest() {
        evaluating.clock = CLOCK;
        evaluating.forms = new ShippedForms();
        evaluating.audit =
                new AuditTrail() {
                    @Override
                    public NotForCaller refuse(Caller caller, String type, Object id) {
                        return new NotForCaller(type);
                    }
                };
        evaluating.duties =
                new Duties() {
                    @Override
                    public Duty ownedForChange(Caller caller, long dutyId) {
                        return SampleDuty.of(Phase.FINAL);
                    }
                };
        evaluating.evaluations =
                new Evaluations() {
                    @Override
                    public Evaluation get(long id) {
                        return draft;
                    }

                    @Override
                    Evaluation getForChange(long id) {
                        return draft;
                    }

                    @Override
                    List<String> names(long rotationId, long preceptorId) {
                        return List.of("Linh Nguyen", "Ada Osei");
                    }
                };
        evaluating.saved = new Kept();
        evaluating.patientData = new PatientData();
        evaluating.patientData.privacy = new PatientPrivacy();
        evaluating.patientData.words = new Words();
    }

    /** As the database does it, in memory. */
    private final class Kept extends SavedAnswers {
        @Override
        Optional<Draft> touch(Caller caller, long evaluationId, Instant now) {
            return draft.status() == EvaluationStatus.DRAFT && caller.actsFor(3)
                    ? Optional.of(new Draft("final", 1, 7, 3))
                    : Optional.empty();
        }

        @Override
        Set<String> keep(long evaluationId, List<Change> changes, Instant now) {
            Set<String> news = new TreeSet<>();
            for (Change change : changes) {
                SavedAnswer old = kept.get(change.question());
                int revision = old == null ? 0 : old.revision();
                if (old == null
                        || (revision == change.revision() && !old.value().equals(change.value()))) {
                    kept.put(
                            change.question(),
                            new SavedAnswer(change.question(), change.value(), revision + 1));
                    news.add(change.question());
                }
            }
            return news;
        }

        @Override
        Map<String, SavedAnswer> of(long evaluationId) {
            return kept;
        }
    }

    private Autosave save(Caller caller, Change... changes) {
        return evaluating.save(caller, 9, Arrays.asList(changes));
    }

    @Test
    void isRefusedBeforeItsDutyOpens() {
        assertThatThrownBy(() -> evaluating.open(PRECEPTOR, 7)).isInstanceOf(RotationNotOver.class);
    }

    @Test
    void eachAnswerIsKeptForItself() {
        Autosave first =
                save(PRECEPTOR, new Change("team", "4", 0), new Change("strengths", "Kind.", 0));
        assertThat(first.saved())
                .containsExactly(
                        new SavedAnswer("team", "4", 1), new SavedAnswer("strengths", "Kind.", 1));
        assertThat(first.conflicts()).isEmpty();
        assertThat(first.missing()).isEqualTo(13 + 4);
        assertThat(first.revision()).isEqualTo(2);
        assertThat(first.at()).isEqualTo(CLOCK.instant());
    }

    @Test
    void s9_twoDevicesMeetInOneFieldOnlyAndNothingIsOverwritten() {
        save(PRECEPTOR, new Change("team", "4", 0), new Change("strengths", "Kind.", 0));
        save(PRECEPTOR, new Change("strengths", "Kind and exact.", 1));
        Autosave other =
                save(ASSISTANT, new Change("team", "5", 1), new Change("strengths", "Calm.", 1));
        assertThat(other.saved()).containsExactly(new SavedAnswer("team", "5", 2));
        assertThat(other.conflicts())
                .containsExactly(new SavedAnswer("strengths", "Kind and exact.", 2));
        assertThat(kept.get("strengths").value()).isEqualTo("Kind and exact.");
    }

    @Test
    void s9_aCallThatIsRepeatedBecauseItsAnswerGotLostIsNoConflict() {
        save(PRECEPTOR, new Change("strengths", "Kind.", 0));
        Autosave again = save(PRECEPTOR, new Change("strengths", "Kind.", 0));
        assertThat(again.conflicts()).isEmpty();
        assertThat(again.saved()).containsExactly(new SavedAnswer("strengths", "Kind.", 1));
    }

    @Test
    void ofTwoChangesToOneAnswerTheLaterCounts() {
        save(PRECEPTOR, new Change("team", "4", 0), new Change("team", "2", 0));
        assertThat(kept.get("team").value()).isEqualTo("2");
    }

    @Test
    void aStrangerSavesNothing() {
        Caller other = new Caller(null, 1, Role.PRECEPTOR, 4L, null, "Dr. Else", null);
        assertThatThrownBy(() -> save(other, new Change("team", "4", 0)))
                .isInstanceOf(NotForCaller.class);
        Caller coordinator = new Caller(null, 1, Role.COORDINATOR, null, null, "Carla", null);
        assertThatThrownBy(() -> save(coordinator, new Change("team", "4", 0)))
                .isInstanceOf(NotForCaller.class);
    }

    @Test
    void anAssistantDraftsAndHandsOverButNeverSubmits() {
        assertThat(save(ASSISTANT, new Change("team", "4", 0)).saved()).hasSize(1);
        evaluating.audit =
                new AuditTrail() {
                    @Override
                    public void record(
                            Caller caller, String action, String type, Object id, String detail) {
                        assertThat(action).isEqualTo("evaluation.ready");
                    }

                    @Override
                    public NotForCaller refuse(Caller caller, String type, Object id) {
                        return new NotForCaller(type);
                    }
                };
        evaluating.ready(ASSISTANT, 9);
        assertThat(draft.readyAt()).isEqualTo(CLOCK.instant());
        assertThatThrownBy(() -> evaluating.view(ASSISTANT, 9, 1)).isInstanceOf(NotForCaller.class);
        assertThatThrownBy(() -> evaluating.submit(ASSISTANT, 9, null))
                .isInstanceOf(NotForCaller.class);
    }

    @Test
    void aViewOfOlderAnswersDoesNotCount() {
        save(PRECEPTOR, new Change("team", "4", 0));
        save(ASSISTANT, new Change("culture", "4", 0));
        assertThatThrownBy(() -> evaluating.view(PRECEPTOR, 9, 1))
                .isInstanceOf(EvaluationNotViewed.class);
        evaluating.view(PRECEPTOR, 9, 2);
    }

    @Test
    void whatLooksLikePatientDataIsTold() {
        String text = "Linh found the clot in Mr. Alvarez, MRN 00412233.";
        List<PatientDataHit> hits = save(PRECEPTOR, new Change("strengths", text, 0)).hits();
        assertThat(hits).isNotEmpty().allMatch(hit -> hit.question().equals("strengths"));
        assertThat(hits)
                .extracting(hit -> text.substring(hit.start(), hit.end()))
                .noneMatch(part -> part.contains("Linh"));
        assertThat(hits).extracting(PatientDataHit::reason).doesNotContain("");
    }

    @Test
    void patientDataIsMendedOrJustifiedAndTheTextStaysOutOfTheTrail() {
        Answers answers =
                Answers.ofFinal(Map.of(), "Saw MRN 00412233 first of all.", "Start earlier.", 3);
        PatientDataSuspected refused =
                catchThrowableOfType(
                        PatientDataSuspected.class, () -> judge(answers, " ", new StringBuilder()));
        assertThat(refused.hits()).hasSize(1);
        assertThatThrownBy(
                        () -> judge(answers, "It is MRN 00412233 of a dummy", new StringBuilder()))
                .isInstanceOf(PatientDataSuspected.class);
        StringBuilder trail = new StringBuilder();
        judge(answers, "A mannequin in the skills lab", trail);
        assertThat(trail.toString())
                .contains("MRN", "A mannequin in the skills lab")
                .doesNotContain("00412233");
    }

    private void judge(Answers answers, String reason, StringBuilder trail) {
        evaluating.patientData.audit =
                new AuditTrail() {
                    @Override
                    public void record(
                            Caller caller, String action, String type, Object id, String detail) {
                        trail.append(action).append(' ').append(detail);
                    }
                };
        evaluating.patientData.mustBeAbsentOrJustified(
                PRECEPTOR, 9, answers, List.of("Linh Nguyen"), reason);
    }
}

package org.preceptorportal.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.evaluation.Evaluation;
import org.preceptorportal.evaluation.EvaluationStatus;
import org.preceptorportal.evaluation.Evaluations;
import org.preceptorportal.privacy.PatientPrivacy;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.roster.Site;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Words;

/** FB-2, FB-3, FB-4. */
class ReplyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T14:02:00Z");
    private static final Caller LEARNER = caller(Role.LEARNER, 5L);
    private static final Caller PRECEPTOR = caller(Role.PRECEPTOR, 3L);
    private static final Caller ASSISTANT = caller(Role.ASSISTANT, 3L);
    private static final Caller COORDINATOR = caller(Role.COORDINATOR, null);

    private final List<String> trail = new ArrayList<>();
    private final Evaluation evaluation = made(Evaluation.class);
    private final Replying replying = new Replying();
    private Reply kept;

    @BeforeEach
    void house() {
        set(evaluation, "id", 7L);
        set(evaluation, "tenantId", 1L);
        set(evaluation, "rotationId", 11L);
        set(evaluation, "learnerId", 5L);
        set(evaluation, "preceptorId", 3L);
        set(evaluation, "status", EvaluationStatus.SUBMITTED);
        Learner learner = made(Learner.class);
        set(learner, "fullName", "Linh Nguyễn");
        Preceptor preceptor = made(Preceptor.class);
        set(preceptor, "fullName", "Ana Ruiz");
        Site site = made(Site.class);
        set(site, "name", "Northgate General Hospital");
        replying.clock = at(NOW);
        replying.privacy = new PatientPrivacy();
        replying.words = new Words();
        replying.evaluations =
                new Evaluations() {
                    @Override
                    public Evaluation get(long id) {
                        return evaluation;
                    }
                };
        replying.learners =
                new Learners() {
                    @Override
                    public Learner get(long id) {
                        return learner;
                    }
                };
        replying.preceptors =
                new Preceptors() {
                    @Override
                    public Preceptor get(long id) {
                        return preceptor;
                    }
                };
        replying.rotations =
                new Rotations() {
                    @Override
                    public Rotation get(long id) {
                        return made(Rotation.class);
                    }
                };
        replying.sites =
                new Sites() {
                    @Override
                    public Site get(long id) {
                        return site;
                    }
                };
        replying.replies =
                new Replies() {
                    @Override
                    Optional<Reply> ofEvaluation(long id) {
                        return Optional.ofNullable(kept);
                    }

                    @Override
                    Optional<Reply> ofEvaluationForChange(long id) {
                        return Optional.ofNullable(kept);
                    }

                    @Override
                    void add(Reply reply) {
                        kept = reply;
                    }
                };
        replying.audit =
                new AuditTrail() {
                    @Override
                    public void record(
                            Caller caller, String action, String type, Object id, String detail) {
                        trail.add(action + " " + detail);
                    }

                    @Override
                    public NotForCaller refuse(Caller caller, String type, Object id) {
                        return new NotForCaller(type);
                    }
                };
    }

    @Test
    void onlyTheLearnerReplies() {
        for (Caller other : List.of(PRECEPTOR, ASSISTANT, COORDINATOR, caller(Role.LEARNER, 6L))) {
            assertThatThrownBy(() -> replying.write(other, 7, "Thank you.", null))
                    .isInstanceOf(NotForCaller.class);
        }
        assertThat(kept).isNull();
    }

    @Test
    void itsLearnerItsPreceptorAndTheCoordinatorReadIt() {
        write("Thank you.");
        for (Caller reader : List.of(LEARNER, PRECEPTOR, ASSISTANT, COORDINATOR)) {
            assertThat(replying.of(reader, 7).text()).isEqualTo("Thank you.");
        }
        for (Caller other :
                List.of(
                        caller(Role.PRECEPTOR, 4L),
                        caller(Role.LEARNER, 6L),
                        new Caller(null, 2, Role.COORDINATOR, null, null, "Foreign", null))) {
            assertThatThrownBy(() -> replying.of(other, 7)).isInstanceOf(NotForCaller.class);
        }
    }

    @Test
    void aDraftHasNoPlaceForAReply() {
        set(evaluation, "status", EvaluationStatus.DRAFT);
        assertThatThrownBy(() -> replying.of(LEARNER, 7)).isInstanceOf(NotForCaller.class);
    }

    @Test
    void maybeChangedForADayAndIsFinalThen() {
        write("Thank you.");
        replying.clock = at(NOW.plus(Duration.ofHours(24)));
        assertThat(replying.of(LEARNER, 7).writable()).isTrue();
        write("Thank you very much.");
        assertThat(kept.body()).isEqualTo("Thank you very much.");
        replying.clock = at(NOW.plus(Duration.ofHours(24)).plusSeconds(1));
        assertThat(replying.of(LEARNER, 7).writable()).isFalse();
        assertThatThrownBy(() -> write("No thanks."))
                .isInstanceOfSatisfying(
                        ReplyNotPossible.class,
                        no -> assertThat(no.key()).isEqualTo("refusal.final"));
        assertThat(kept.body()).isEqualTo("Thank you very much.");
    }

    @Test
    void thePreceptorHasSeenItOnlyAsItIs() {
        write("Thank you.");
        replying.of(ASSISTANT, 7);
        replying.of(COORDINATOR, 7);
        assertThat(kept.seenAt()).isNull();
        replying.of(PRECEPTOR, 7);
        assertThat(kept.seenAt()).isEqualTo(NOW);
        write("Thank you very much.");
        assertThat(kept.seenAt()).isNull();
    }

    @Test
    void saysSomethingPrintable() {
        for (String text : new String[] {null, "", "  ", "x".repeat(3001), "Thanks 🙏"}) {
            assertThatThrownBy(() -> write(text)).isInstanceOf(ReplyNotPossible.class);
        }
        assertThat(kept).isNull();
    }

    @Test
    void patientDataNeedsAReasonThatIsKeptWithoutTheText() {
        String text = "With Mr. John Doe, MRN 1234567, I could have been faster.";
        assertThatThrownBy(() -> write(text))
                .isInstanceOfSatisfying(
                        ReplySuspected.class, no -> assertThat(no.suspicions()).isNotEmpty());
        kept = null;
        replying.write(LEARNER, 7, text, "An invented case from our seminar.");
        assertThat(trail.toString()).contains("invented case").doesNotContain("1234567");
    }

    @Test
    void theTrailHoldsNoText() {
        write("Thank you.");
        assertThat(trail).containsExactly("reply.written ");
    }

    private void write(String text) {
        replying.write(LEARNER, 7, text, null);
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static Caller caller(Role role, Long person) {
        return new Caller(null, 1, role, person, null, "Somebody", null);
    }

    private static <T> T made(Class<T> type) {
        try {
            Constructor<T> make = type.getDeclaredConstructor();
            make.setAccessible(true);
            return make.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void set(Object on, String name, Object value) {
        try {
            Field field = on.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(on, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}

package org.preceptorportal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** EV-10. */
class EvaluatingTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T14:02:00Z"), ZoneOffset.UTC);
    private static final Caller PRECEPTOR =
            new Caller(null, 1, Role.PRECEPTOR, 3L, null, "Dr. Ada Osei", null);

    private final Rotation rotation = rotation();
    private final Evaluation draft = new Evaluation(rotation, SampleForm.FORM, CLOCK);
    private final Evaluating evaluating = new Evaluating();

    EvaluatingTest() {
        evaluating.clock = CLOCK;
        evaluating.rotations =
                new Rotations() {
                    @Override
                    public Rotation get(long id) {
                        return rotation;
                    }
                };
        evaluating.evaluations =
                new Evaluations() {
                    @Override
                    Evaluation getForChange(long id) {
                        return draft;
                    }
                };
    }

    @Test
    void isRefusedMoreThanAWeekBeforeTheRotationEnds() {
        assertThatThrownBy(() -> evaluating.open(PRECEPTOR, 7)).isInstanceOf(RotationNotOver.class);
        assertThatThrownBy(() -> evaluating.save(PRECEPTOR, 9, 0, Answers.none()))
                .isInstanceOf(RotationNotOver.class);
        assertThatThrownBy(() -> evaluating.submit(PRECEPTOR, 9))
                .isInstanceOf(RotationNotOver.class);
    }

    @Test
    void opensAWeekBeforeTheRotationEnds() {
        assertThat(RotationEvaluations.mayBeWritten(LocalDate.of(2026, 11, 29), CLOCK)).isTrue();
        assertThat(RotationEvaluations.mayBeWritten(LocalDate.of(2026, 11, 30), CLOCK)).isFalse();
    }

    private static Rotation rotation() {
        try {
            Constructor<Rotation> make = Rotation.class.getDeclaredConstructor();
            make.setAccessible(true);
            Rotation rotation = make.newInstance();
            set(rotation, "id", 7L);
            set(rotation, "tenantId", 1L);
            set(rotation, "preceptorId", 3L);
            set(rotation, "endDate", LocalDate.of(2026, 11, 30));
            return rotation;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void set(Rotation rotation, String name, Object value)
            throws ReflectiveOperationException {
        Field field = Rotation.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(rotation, value);
    }
}

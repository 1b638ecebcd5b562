package org.preceptorportal.evaluation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.Duty;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.duty.Phase;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** EV-10. */
class EvaluatingTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T14:02:00Z"), ZoneOffset.UTC);
    private static final Caller PRECEPTOR =
            new Caller(null, 1, Role.PRECEPTOR, 3L, null, "Dr. Ada Osei", null);

    private final Duty duty = SampleDuty.of(Phase.FINAL);
    private final Evaluation draft = new Evaluation(duty, SampleForm.FORM, CLOCK);
    private final Evaluating evaluating = new Evaluating();

    EvaluatingTest() {
        evaluating.clock = CLOCK;
        evaluating.duties =
                new Duties() {
                    @Override
                    public Duty ownedForChange(Caller caller, long dutyId) {
                        return duty;
                    }

                    @Override
                    public DutyView of(long rotationId, Phase phase) {
                        return new DutyView(
                                5, phase, 7, null, 2, "", null, 3, "", null, "", "", null, null,
                                null, null, null, null, null, null, null);
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
    void isRefusedBeforeItsDutyOpens() {
        assertThatThrownBy(() -> evaluating.open(PRECEPTOR, 7)).isInstanceOf(RotationNotOver.class);
        assertThatThrownBy(() -> evaluating.save(PRECEPTOR, 9, 0, Answers.none()))
                .isInstanceOf(RotationNotOver.class);
        assertThatThrownBy(() -> evaluating.submit(PRECEPTOR, 9))
                .isInstanceOf(RotationNotOver.class);
    }
}

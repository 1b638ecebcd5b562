package org.preceptorportal.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DutyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-22T14:02:00Z");

    private final Duty duty = new Duty(1, 3, Phase.FINAL, TODAY);

    @Test
    void staysOwedWhenItsDraftIsThere() {
        duty.start(9, NOW);
        duty.start(9, NOW.plusSeconds(60));
        assertThat(duty.state()).isEqualTo(DutyState.OPEN);
        assertThat(duty.evaluationId()).isEqualTo(9);
        assertThat(duty.startedAt()).isEqualTo(NOW);
    }

    @Test
    void endsOnce() {
        duty.submitted(NOW);
        assertThat(duty.closedAt()).isEqualTo(NOW);
        assertThatThrownBy(() -> duty.submitted(NOW)).isInstanceOf(DutyNotOpen.class);
        assertThatThrownBy(() -> duty.insufficientContact("Two days only", NOW))
                .isInstanceOf(DutyNotOpen.class);
        assertThatThrownBy(() -> duty.excuse("Left", NOW)).isInstanceOf(DutyNotOpen.class);
        assertThatThrownBy(() -> duty.reopen("Mistake")).isInstanceOf(DutyNotOpen.class);
    }

    @Test
    void du5_tooLittleContactAndExcusesNeedAReason() {
        assertThatThrownBy(() -> duty.insufficientContact(" ", NOW))
                .isInstanceOf(ExitNotPossible.class);
        assertThatThrownBy(() -> duty.excuse(null, NOW)).isInstanceOf(ExitNotPossible.class);
        duty.insufficientContact(" Two days only ", NOW);
        assertThat(duty.state()).isEqualTo(DutyState.INSUFFICIENT_CONTACT);
        assertThat(duty.reason()).isEqualTo("Two days only");
    }

    @Test
    void notMineNeedsNoReasonAndMayBeTakenBack() {
        duty.notMine("", NOW);
        assertThat(duty.canBeTakenBack()).isTrue();
        duty.reopen("taken back");
        assertThat(duty.state()).isEqualTo(DutyState.OPEN);
        assertThat(duty.closedAt()).isNull();
    }

    @Test
    void du7_putsRemindersOffAtMostThirtyDays() {
        duty.snooze(TODAY.plusDays(30), TODAY);
        assertThat(duty.snoozedUntil()).isEqualTo(TODAY.plusDays(30));
        for (LocalDate day : new LocalDate[] {null, TODAY, TODAY.plusDays(31)}) {
            assertThatThrownBy(() -> duty.snooze(day, TODAY)).isInstanceOf(ExitNotPossible.class);
        }
        duty.wake();
        assertThat(duty.snoozedUntil()).isNull();
    }

    @Test
    void anExitEndsThePuttingOff() {
        duty.snooze(TODAY.plusDays(1), TODAY);
        duty.excuse("On leave", NOW);
        assertThat(duty.snoozedUntil()).isNull();
    }

    @Test
    void du8_isHandedOverWithItsDraft() {
        duty.start(9, NOW);
        duty.reassign(4);
        assertThat(duty.preceptorId()).isEqualTo(4);
        assertThat(duty.evaluationId()).isEqualTo(9);
        assertThatThrownBy(() -> duty.reassign(4)).isInstanceOf(ExitNotPossible.class);
    }

    @Test
    void whatIsNotMineIsOwedAgainByAnother() {
        duty.notMine("Dr. Osei's", NOW);
        duty.reassign(4);
        assertThat(duty.state()).isEqualTo(DutyState.OPEN);
        assertThat(duty.reason()).isNull();
    }

    @Test
    void whatWasSubmittedIsReopenedOnlyWithANewDraft() {
        duty.start(9, NOW);
        duty.submitted(NOW);
        duty.reopenWith(10, "Wrong learner rated", NOW.plusSeconds(5));
        assertThat(duty.state()).isEqualTo(DutyState.OPEN);
        assertThat(duty.evaluationId()).isEqualTo(10);
        assertThatThrownBy(() -> duty.reopenWith(11, "Again", NOW)).isInstanceOf(DutyNotOpen.class);
    }

    @Test
    void du2_opensOnItsDay() {
        assertThat(duty.opened(TODAY)).isTrue();
        assertThat(duty.opened(TODAY.minusDays(1))).isFalse();
    }
}

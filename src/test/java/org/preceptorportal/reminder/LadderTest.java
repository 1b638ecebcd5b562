package org.preceptorportal.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preceptorportal.season.ReminderLadder;
import org.preceptorportal.season.ReminderStep;

/** Which reminder goes when (RE-1, RE-3, RE-7). */
class LadderTest {
    private static final ReminderLadder LADDER =
            new ReminderLadder(
                    Stream.of("opening", "due-3", "due", "due+3", "due+7", "due+14")
                            .map(ReminderStep::of)
                            .toList(),
                    LocalTime.of(19, 0),
                    LocalTime.of(8, 0),
                    false,
                    3,
                    10);

    private static final LocalDate OPENS = LocalDate.of(2026, 11, 2);
    private static final LocalDate DUE = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, ",
        "2026-11-02, opening",
        "2026-11-19, opening",
        "2026-11-20, due-3",
        "2026-11-23, due",
        "2026-11-26, due+3",
        "2026-11-30, due+7",
        "2026-12-07, due+14",
        "2027-03-01, due+14"
    })
    void theLatestStepThatHasComeIsTheOneToTake(LocalDate today, String step) {
        assertThat(Ladder.step(LADDER, OPENS, DUE, today, Set.of()).map(ReminderStep::code))
                .isEqualTo(java.util.Optional.ofNullable(step));
    }

    @Test
    void aStepThatWasTakenIsNotTakenAgain() {
        assertThat(Ladder.step(LADDER, OPENS, DUE, DUE.plusDays(1), Set.of("opening", "due")))
                .isEmpty();
    }

    @Test
    void afterAStandstillOnlyOneMailGoesAndTheStepsBeforeItNeverDo() {
        assertThat(Ladder.step(LADDER, OPENS, DUE, DUE.plusDays(8), Set.of("opening")))
                .contains(ReminderStep.of("due+7"));
        assertThat(Ladder.step(LADDER, OPENS, DUE, DUE.plusDays(9), Set.of("opening", "due+7")))
                .isEmpty();
    }

    @Test
    void aYearOfDaysTakesEachStepOnce() {
        Set<String> taken = new HashSet<>();
        List<String> mails =
                OPENS.minusDays(10)
                        .datesUntil(OPENS.plusDays(365))
                        .flatMap(day -> Ladder.step(LADDER, OPENS, DUE, day, taken).stream())
                        .map(ReminderStep::code)
                        .filter(taken::add)
                        .toList();

        assertThat(mails).containsExactly("opening", "due-3", "due", "due+3", "due+7", "due+14");
    }

    @Test
    void aMidEvaluationDueSoonAfterItsOpeningIsNotAskedForTwiceThatDay() {
        LocalDate soon = OPENS.plusDays(2);
        // Three days before the due day lies before the opening: only the opening counts.
        assertThat(Ladder.step(LADDER, OPENS, soon, OPENS, Set.of()))
                .contains(ReminderStep.of("opening"));
        assertThat(Ladder.step(LADDER, OPENS, soon, OPENS.plusDays(1), Set.of("opening")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // Monday
        "2026-11-23T07:59, false",
        "2026-11-23T08:00, true",
        "2026-11-23T18:59, true",
        "2026-11-23T19:00, false",
        "2026-11-24T00:30, false",
        // Saturday, Sunday
        "2026-11-21T12:00, false",
        "2026-11-22T12:00, false",
        // The night in which the clocks go back is still a night.
        "2026-11-01T01:30, false"
    })
    void nobodyIsMailedInQuietHoursOrOnDaysOff(LocalDateTime local, boolean open) {
        assertThat(Ladder.open(LADDER, local)).isEqualTo(open);
    }

    @Test
    void coordinatorsAreToldTenDaysAfterTheDueDay() {
        assertThat(Ladder.escalates(LADDER, DUE, DUE.plusDays(9))).isFalse();
        assertThat(Ladder.escalates(LADDER, DUE, DUE.plusDays(10))).isTrue();
    }
}

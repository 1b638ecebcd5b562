package org.preceptorportal.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
        assertThat(ladder(DUE).step(today, Set.of())).isEqualTo(Optional.ofNullable(step));
    }

    @ParameterizedTest
    @CsvSource({
        // Nothing until the day that was asked for, though the due day passes.
        "2026-11-24, opening;due-3, 2026-11-28, ",
        "2026-11-27, opening;due-3, 2026-11-28, ",
        // That day, and steps before it never.
        "2026-11-28, opening;due-3, 2026-11-28, asked:2026-11-28",
        "2026-11-29, opening;due-3;asked:2026-11-28, 2026-11-28, ",
        // Then the ladder goes on.
        "2026-11-30, opening;due-3;asked:2026-11-28, 2026-11-28, due+7",
        // After a standstill over both only the later one goes.
        "2026-12-01, opening;due-3, 2026-11-28, due+7",
        // After the last step there is still the one that was asked for.
        "2026-12-20, due+14, 2026-12-20, asked:2026-12-20"
    })
    void onTheDayThatWasAskedForThereIsOneReminder(
            LocalDate today, String taken, LocalDate asked, String step) {
        assertThat(new Ladder(LADDER, OPENS, DUE, asked).step(today, Set.of(taken.split(";"))))
                .isEqualTo(Optional.ofNullable(step));
    }

    @ParameterizedTest
    @CsvSource({
        // Saturday's step goes on Monday; what is due now goes now.
        "2026-11-03, opening, , 2026-11-20",
        "2026-11-23, opening;due-3, , 2026-11-23",
        "2026-11-23, due, , 2026-11-26",
        "2026-11-24, due, 2026-11-28, 2026-11-30",
        "2026-11-30, due+7, 2026-11-28, 2026-12-07",
        "2026-12-08, due+14, , "
    })
    void theNextReminderIsForetold(LocalDate today, String taken, LocalDate asked, LocalDate next) {
        assertThat(new Ladder(LADDER, OPENS, DUE, asked).next(today, Set.of(taken.split(";"))))
                .isEqualTo(Optional.ofNullable(next));
    }

    @Test
    void aStepThatWasTakenIsNotTakenAgain() {
        assertThat(ladder(DUE).step(DUE.plusDays(1), Set.of("opening", "due"))).isEmpty();
    }

    @Test
    void afterAStandstillOnlyOneMailGoesAndTheStepsBeforeItNeverDo() {
        assertThat(ladder(DUE).step(DUE.plusDays(8), Set.of("opening"))).contains("due+7");
        assertThat(ladder(DUE).step(DUE.plusDays(9), Set.of("opening", "due+7"))).isEmpty();
    }

    @Test
    void aYearOfDaysTakesEachStepOnce() {
        Set<String> taken = new HashSet<>();
        List<String> mails =
                OPENS.minusDays(10)
                        .datesUntil(OPENS.plusDays(365))
                        .flatMap(day -> ladder(DUE).step(day, taken).stream())
                        .filter(taken::add)
                        .toList();

        assertThat(mails).containsExactly("opening", "due-3", "due", "due+3", "due+7", "due+14");
    }

    @Test
    void aMidEvaluationDueSoonAfterItsOpeningIsNotAskedForTwiceThatDay() {
        LocalDate soon = OPENS.plusDays(2);
        // Three days before the due day lies before the opening: only the opening counts.
        assertThat(ladder(soon).step(OPENS, Set.of())).contains("opening");
        assertThat(ladder(soon).step(OPENS.plusDays(1), Set.of("opening"))).isEmpty();
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
        assertThat(ladder(DUE).escalates(DUE.plusDays(9))).isFalse();
        assertThat(ladder(DUE).escalates(DUE.plusDays(10))).isTrue();
    }

    private static Ladder ladder(LocalDate due) {
        return new Ladder(LADDER, OPENS, due, null);
    }
}

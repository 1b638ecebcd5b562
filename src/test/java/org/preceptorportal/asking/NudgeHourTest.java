package org.preceptorportal.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preceptorportal.season.LetterPractice;
import org.preceptorportal.season.ReminderLadder;
import org.preceptorportal.season.ReminderStep;

class NudgeHourTest {
    private static final ReminderLadder HOURS =
            new ReminderLadder(
                    List.of(ReminderStep.of("due")),
                    LocalTime.of(19, 0),
                    LocalTime.of(8, 0),
                    false,
                    3,
                    10);

    /** AK-3; 22 November 2026 is a Sunday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:00,true",
        "2026-11-23T18:59,true",
        "2026-11-23T19:00,false",
        "2026-11-23T07:59,false",
        "2026-11-22T12:00,false"
    })
    void sendsOnlyAtHoursAtWhichRemindersLeave(LocalDateTime there, boolean open) {
        assertThat(NudgeHour.open(HOURS, there)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-20,false", "2026-12-19,true", "2026-11-23,true"})
    void fourWeeksAreEnough(LocalDate deadline, boolean isShort) {
        LetterPractice practice = new LetterPractice("2027", 4, 3, 7, 1, 1, List.of());

        assertThat(LetterFollowing.isShort(practice, LocalDate.of(2026, 11, 22), deadline))
                .isEqualTo(isShort);
        assertThat(LetterFollowing.isShort(practice, LocalDate.of(2026, 11, 22), null)).isFalse();
    }
}

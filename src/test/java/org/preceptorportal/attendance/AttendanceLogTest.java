package org.preceptorportal.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.preceptorportal.roster.Rotation;

/** AT-1, AT-3, AT-4, AT-5. */
class AttendanceLogTest {
    private static final Instant NOW = Instant.parse("2026-11-22T14:02:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final LocalDate START = LocalDate.of(2026, 11, 2);
    private static final LocalDate END = LocalDate.of(2026, 11, 27);
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);

    private final Rotation rotation = SampleRotation.from(START, END);
    private final AttendanceLog log = new AttendanceLog(rotation, CLOCK);

    @Test
    void countsDaysAndHours() {
        log(START, 480);
        log(START.plusDays(1), 450);
        assertThat(log.inFigures()).isEqualTo(new Attendance(2, 15.5, null, null));
    }

    @Test
    void keepsTheLastHoursOfADayLoggedTwice() {
        log(START, 480);
        log(START, 240);
        assertThat(log.inFigures()).isEqualTo(new Attendance(1, 4, null, null));
    }

    @Test
    void takesADayOutAgain() {
        log(START, 480);
        log.strike(START, CLOCK);
        assertThat(log.minutes()).isEmpty();
    }

    @Test
    void logsOnlyDaysInsideTheRotation() {
        for (LocalDate day : List.of(START.minusDays(1), END.plusDays(1))) {
            assertThatThrownBy(() -> log(day, 480))
                    .isInstanceOfSatisfying(
                            DayNotLoggable.class,
                            no -> assertThat(no.key()).isEqualTo("refusal.outside"));
        }
    }

    @Test
    void logsTodayButNoDayToCome() {
        log(SUNDAY, 480);
        assertThatThrownBy(() -> log(SUNDAY.plusDays(1), 480))
                .isInstanceOfSatisfying(
                        DayNotLoggable.class,
                        no -> assertThat(no.key()).isEqualTo("refusal.future"));
    }

    @Test
    void logsHalfHoursUpToAWholeDay() {
        for (int minutes : new int[] {0, 20, 45, 1470, -30}) {
            assertThatThrownBy(() -> log(START, minutes))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        log(START, 30);
        log(START, 1440);
    }

    @Test
    void isAttestedFromTheLastDayOn() {
        log(START, 480);
        assertThatThrownBy(() -> log.attest(rotation, "Ana Ruiz, MD", END.minusDays(1), CLOCK))
                .isInstanceOfSatisfying(
                        AttendanceNotAttestable.class,
                        no -> assertThat(no.key()).isEqualTo("refusal.early"));
        log.attest(rotation, "Ana Ruiz, MD", END, CLOCK);
        assertThat(log.inFigures()).isEqualTo(new Attendance(1, 8, NOW, "Ana Ruiz, MD"));
    }

    @Test
    void isNotAttestedEmpty() {
        assertThatThrownBy(() -> log.attest(rotation, "Ana Ruiz, MD", END, CLOCK))
                .isInstanceOfSatisfying(
                        AttendanceNotAttestable.class,
                        no -> assertThat(no.key()).isEqualTo("refusal.empty"));
    }

    @Test
    void isAttestedOnceAndThenClosed() {
        attested();
        assertThatThrownBy(() -> log.attest(rotation, "Ana Ruiz, MD", END, CLOCK))
                .isInstanceOf(AttendanceClosed.class);
        assertThatThrownBy(() -> log(START, 480)).isInstanceOf(AttendanceClosed.class);
        assertThatThrownBy(() -> log.strike(START, CLOCK)).isInstanceOf(AttendanceClosed.class);
    }

    @Test
    void isOpenedAgainOnlyWithAReason() {
        attested();
        for (String none : new String[] {null, "", "  "}) {
            assertThatThrownBy(() -> log.reopen("Carla Mendes", none, CLOCK))
                    .isInstanceOf(AttendanceNotAttestable.class);
        }
        log.reopen("Carla Mendes", " One day was missing. ", CLOCK);
        assertThat(log.inFigures().attested()).isFalse();
        assertThat(log.reopenReason()).isEqualTo("One day was missing.");
        log(START.plusDays(1), 480);
        log.attest(rotation, "Ana Ruiz, MD", END, CLOCK);
        assertThat(log.inFigures().daysLogged()).isEqualTo(2);
    }

    @Test
    void isNotOpenedWhileItIsOpen() {
        assertThatThrownBy(() -> log.reopen("Carla Mendes", "why not", CLOCK))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void suggestsAFifthOfTheWeeksHours() {
        assertThat(AttendanceSheet.minutesADay(40)).isEqualTo(480);
        assertThat(AttendanceSheet.minutesADay(36)).isEqualTo(420);
        assertThat(AttendanceSheet.minutesADay(38)).isEqualTo(450);
        assertThat(AttendanceSheet.minutesADay(0)).isEqualTo(30);
        assertThat(AttendanceSheet.minutesADay(168)).isEqualTo(1440);
    }

    @Test
    void showsWholeWeeksAroundTheRotation() {
        List<AttendanceSheet.Week> weeks =
                AttendanceSheet.weeks(
                        LocalDate.of(2026, 11, 4), END, SUNDAY, new TreeMap<>(log.minutes()));
        assertThat(weeks).hasSize(4);
        assertThat(weeks.get(0).monday()).isEqualTo(START);
        assertThat(weeks).allSatisfy(w -> assertThat(w.days()).hasSize(7));
        assertThat(weeks.get(0).days().get(0).inside()).isFalse();
        assertThat(weeks.get(0).days().get(2).loggable()).isTrue();
        assertThat(weeks.get(3).days().get(0).inside()).isTrue();
        assertThat(weeks.get(3).days().get(0).loggable()).isFalse();
        assertThat(weeks.get(3).days().get(6).date().getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
    }

    /** A rotation may be moved by a later import: what was logged before is still shown. */
    @Test
    void showsLoggedDaysOutsideOfAMovedRotation() {
        log(START, 480);
        List<AttendanceSheet.Week> weeks =
                AttendanceSheet.weeks(START.plusWeeks(1), END, SUNDAY, log.minutes());
        assertThat(weeks.get(0).days().get(0).logged()).isTrue();
        assertThat(weeks.get(0).minutes()).isEqualTo(480);
    }

    private void log(LocalDate day, int minutes) {
        log.log(rotation, day, minutes, SUNDAY, CLOCK);
    }

    private void attested() {
        log(START, 480);
        log.attest(rotation, "Ana Ruiz, MD", END, CLOCK);
    }
}

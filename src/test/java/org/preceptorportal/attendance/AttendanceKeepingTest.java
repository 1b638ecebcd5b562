package org.preceptorportal.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.roster.Site;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;

/** AT-1, AT-3 and AT-5: who may do what. */
class AttendanceKeepingTest {
    /** Saturday evening in Detroit, Sunday in Greenwich. */
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T02:30:00Z"), ZoneOffset.UTC);

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final Caller LEARNER = caller(Role.LEARNER, 5L);
    private static final Caller PRECEPTOR = caller(Role.PRECEPTOR, 3L);
    private static final Caller ASSISTANT = caller(Role.ASSISTANT, 3L);
    private static final Caller COORDINATOR = caller(Role.COORDINATOR, null);

    private final List<String> trail = new ArrayList<>();
    private final Rotation rotation = SampleRotation.from(FRIDAY.minusDays(18), FRIDAY.plusDays(1));
    private final AttendanceLog log = new AttendanceLog(rotation, CLOCK);
    private final AttendanceKeeping keeping = new AttendanceKeeping();

    @BeforeEach
    void house() {
        keeping.clock = CLOCK;
        keeping.rotations =
                new Rotations() {
                    @Override
                    public Rotation get(long id) {
                        return rotation;
                    }
                };
        keeping.attendances =
                new Attendances() {
                    @Override
                    Optional<AttendanceLog> findForChange(Rotation of) {
                        return Optional.of(log);
                    }

                    @Override
                    void flush() {}
                };
        keeping.preceptors =
                new Preceptors() {
                    @Override
                    public Preceptor get(long id) {
                        return with(Preceptor.class, "fullName", "Ana Ruiz");
                    }
                };
        keeping.sites =
                new Sites() {
                    @Override
                    public Site get(long id) {
                        return with(Site.class, "timeZone", "America/Detroit");
                    }
                };
        keeping.audit =
                new AuditTrail() {
                    @Override
                    public void record(
                            Caller caller, String action, String type, Object id, String detail) {
                        trail.add(action + ": " + detail);
                    }

                    @Override
                    public NotForCaller refuse(Caller caller, String type, Object id) {
                        trail.add("refused " + caller.role());
                        return new NotForCaller(type);
                    }
                };
    }

    @Test
    void onlyTheLearnerLogs() {
        for (Caller other : List.of(PRECEPTOR, ASSISTANT, COORDINATOR, caller(Role.LEARNER, 6L))) {
            assertThatThrownBy(() -> keeping.tap(other, 7, FRIDAY, 480))
                    .isInstanceOf(NotForCaller.class);
            assertThatThrownBy(() -> keeping.tapWeek(other, 7, FRIDAY.minusDays(4), 480))
                    .isInstanceOf(NotForCaller.class);
        }
        assertThat(log.minutes()).isEmpty();
    }

    @Test
    void aSecondTapWithTheSameHoursTakesTheDayOut() {
        keeping.tap(LEARNER, 7, FRIDAY, 480);
        keeping.tap(LEARNER, 7, FRIDAY, 240);
        assertThat(log.minutes()).containsEntry(FRIDAY, 240);
        keeping.tap(LEARNER, 7, FRIDAY, 240);
        assertThat(log.minutes()).isEmpty();
    }

    @Test
    void aWeeksTapKeepsWhatWasLogged() {
        keeping.tap(LEARNER, 7, FRIDAY, 240);
        keeping.tapWeek(LEARNER, 7, FRIDAY.minusDays(4), 480);
        assertThat(log.minutes()).hasSize(5).containsEntry(FRIDAY, 240);
    }

    @Test
    void todayIsTheDayAtTheSite() {
        keeping.tap(LEARNER, 7, FRIDAY.plusDays(1), 480);
        assertThatThrownBy(() -> keeping.tap(LEARNER, 7, FRIDAY.plusDays(2), 480))
                .isInstanceOf(DayNotLoggable.class);
    }

    @Test
    void onlyThePreceptorAttestsNotTheAssistant() {
        keeping.tap(LEARNER, 7, FRIDAY, 480);
        for (Caller other : List.of(LEARNER, ASSISTANT, COORDINATOR, caller(Role.PRECEPTOR, 4L))) {
            assertThatThrownBy(() -> keeping.attest(other, 7, 0)).isInstanceOf(NotForCaller.class);
        }
        keeping.attest(PRECEPTOR, 7, 0);
        assertThat(log.inFigures().attestedBy()).isEqualTo("Ana Ruiz");
        assertThat(trail).last().isEqualTo("attendance.attested: 1 days, 8.0 hours");
    }

    @Test
    void whatWasNotSeenIsNotAttested() {
        keeping.tap(LEARNER, 7, FRIDAY, 480);
        assertThatThrownBy(() -> keeping.attest(PRECEPTOR, 7, 4))
                .isInstanceOfSatisfying(
                        AttendanceNotAttestable.class,
                        no -> assertThat(no.key()).isEqualTo("refusal.changed"));
    }

    @Test
    void onlyTheCoordinatorOpensAgain() {
        keeping.tap(LEARNER, 7, FRIDAY, 480);
        keeping.attest(PRECEPTOR, 7, 0);
        for (Caller other : List.of(LEARNER, PRECEPTOR, ASSISTANT)) {
            assertThatThrownBy(() -> keeping.reopen(other, 7, "a day is missing"))
                    .isInstanceOf(NotForCaller.class);
        }
        keeping.reopen(COORDINATOR, 7, "a day is missing");
        assertThat(log.inFigures().attested()).isFalse();
        assertThat(trail).last().isEqualTo("attendance.reopened: a day is missing");
    }

    @Test
    void anotherInstitutionSeesNothing() {
        Caller foreign = new Caller(null, 2, Role.COORDINATOR, null, null, "Foreign", null);
        assertThatThrownBy(() -> keeping.sheet(foreign, 7)).isInstanceOf(NotForCaller.class);
        assertThatThrownBy(() -> keeping.reopen(foreign, 7, "why"))
                .isInstanceOf(NotForCaller.class);
    }

    private static Caller caller(Role role, Long person) {
        return new Caller(null, 1, role, person, null, "Somebody", null);
    }

    private static <T> T with(Class<T> type, String field, Object value) {
        try {
            Constructor<T> make = type.getDeclaredConstructor();
            make.setAccessible(true);
            T made = make.newInstance();
            Field each = type.getDeclaredField(field);
            each.setAccessible(true);
            each.set(made, value);
            return made;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}

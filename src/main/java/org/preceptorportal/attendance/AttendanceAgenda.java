package org.preceptorportal.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.preceptorportal.shell.Agenda;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Task;
import org.preceptorportal.shell.Task.Urgency;
import org.preceptorportal.shell.Words;

/** What the start page says about days on site. */
@ApplicationScoped
public class AttendanceAgenda implements Agenda {
    /** Longer lists stand beside the evaluations they belong to. */
    private static final int SHOWN = 3;

    /** Days after a rotation's end for which its learner is still asked to complete the log. */
    private static final int LATEST = 14;

    @Inject AttendanceKeeping keeping;
    @Inject Words words;

    @Override
    public List<Task> tasksFor(Caller caller) {
        if (caller.is(Role.PRECEPTOR)) {
            return keeping.toAttest(caller).stream().limit(SHOWN).map(this::toAttest).toList();
        }
        return caller.is(Role.LEARNER) ? forLearner(keeping.ofLearner(caller)) : List.of();
    }

    private Task toAttest(AttendanceStanding s) {
        return new Task(
                Urgency.NOW,
                null,
                say(
                        "agenda.attest",
                        s.figures().daysLogged(),
                        s.figures().hoursLogged(),
                        s.learner()),
                say("agenda.look"),
                "/attendance/attest?rotation=" + s.rotationId());
    }

    private List<Task> forLearner(List<AttendanceStanding> all) {
        List<Task> tasks = new ArrayList<>();
        for (AttendanceStanding s : all) {
            boolean lately =
                    !s.today().isBefore(s.start())
                            && ChronoUnit.DAYS.between(s.end(), s.today()) <= LATEST;
            if (!lately || s.figures().attested()) {
                continue;
            }
            boolean behind = behind(s);
            if (!behind && s.running()) {
                continue;
            }
            tasks.add(
                    new Task(
                            behind ? Urgency.NOW : Urgency.WAITING,
                            null,
                            behind
                                    ? say("agenda.log", s.specialty(), s.figures().daysLogged())
                                    : say("agenda.waiting", s.preceptor(), s.specialty()),
                            say("agenda.open"),
                            "/attendance/mine?rotation=" + s.rotationId()));
        }
        return tasks;
    }

    /** True when the newest weekday of the rotation up to today is not logged. */
    static boolean behind(AttendanceStanding s) {
        LocalDate day = s.today().isAfter(s.end()) ? s.end() : s.today();
        while (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            day = day.minusDays(1);
        }
        return !day.isBefore(s.start()) && (s.lastDay() == null || s.lastDay().isBefore(day));
    }

    private String say(String key, Object... arguments) {
        return words.say("attendance", key, arguments);
    }
}

package org.preceptorportal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.shell.Agenda;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Task;
import org.preceptorportal.shell.Task.Urgency;
import org.preceptorportal.shell.Words;

/** What the start page says about evaluations. */
@ApplicationScoped
public class EvaluationAgenda implements Agenda {
    /** Longer lists are on the room's own page. */
    private static final int SHOWN = 5;

    private static final Duration LATELY = Duration.ofDays(14);

    @Inject Duties duties;
    @Inject Evaluating evaluating;
    @Inject Words words;
    @Inject Clock clock;

    @Override
    public List<Task> tasksFor(Caller caller) {
        if (caller.is(Role.PRECEPTOR, Role.ASSISTANT)) {
            return forPreceptor(caller, duties.ofPreceptor(caller));
        }
        return caller.is(Role.LEARNER) ? forLearner(duties.ofLearner(caller)) : List.of();
    }

    private List<Task> forPreceptor(Caller caller, List<DutyView> all) {
        boolean own = caller.is(Role.PRECEPTOR);
        Set<Long> handed = evaluating.handedOver(caller);
        List<DutyView> owed =
                all.stream()
                        .filter(DutyView::open)
                        .filter(r -> own || !handed.contains(r.evaluationId()))
                        .sorted(Comparator.comparing(DutyView::due))
                        .toList();
        List<Task> tasks = new ArrayList<>();
        for (DutyView r : owed.subList(0, Math.min(SHOWN, owed.size()))) {
            tasks.add(
                    new Task(
                            Urgency.NOW,
                            r.due(),
                            say(
                                    handed.contains(r.evaluationId())
                                            ? "agenda.handed"
                                            : r.started() ? "agenda.started" : "agenda.owed",
                                    r.learner()),
                            say(r.started() ? "agenda.continue" : "agenda.start"),
                            "/evaluation/form?duty=" + r.dutyId()));
        }
        if (owed.size() > SHOWN) {
            tasks.add(
                    new Task(
                            Urgency.NOW,
                            owed.get(SHOWN).due(),
                            say("agenda.more", owed.size() - SHOWN),
                            say("agenda.all"),
                            "/evaluation/work"));
        }
        all.stream()
                .filter(r -> !own && r.open() && handed.contains(r.evaluationId()))
                .limit(SHOWN)
                .forEach(r -> tasks.add(waiting(r, say("agenda.handedOver", r.learner()))));
        latelyDone(all)
                .forEach(
                        r ->
                                tasks.add(
                                        new Task(
                                                Urgency.DONE,
                                                null,
                                                say(
                                                        own
                                                                ? "agenda.submitted"
                                                                : "agenda.submittedFor",
                                                        r.learner()),
                                                say("agenda.read"),
                                                "/evaluation/read?id=" + r.evaluationId())));
        return tasks;
    }

    private List<Task> forLearner(List<DutyView> all) {
        List<Task> tasks = new ArrayList<>();
        all.stream()
                .filter(DutyView::open)
                .sorted(Comparator.comparing(DutyView::due))
                .limit(SHOWN)
                .forEach(
                        r ->
                                tasks.add(
                                        waiting(
                                                r,
                                                say(
                                                        "agenda.waiting",
                                                        r.preceptor(),
                                                        r.specialty()))));
        latelyDone(all)
                .forEach(
                        r ->
                                tasks.add(
                                        new Task(
                                                Urgency.DONE,
                                                null,
                                                say(
                                                        "agenda.received",
                                                        r.preceptor(),
                                                        r.specialty()),
                                                say("agenda.read"),
                                                "/evaluation/read?id=" + r.evaluationId())));
        return tasks;
    }

    /** Others have to do it. */
    private static Task waiting(DutyView duty, String words) {
        return new Task(Urgency.WAITING, duty.due(), words, null, null);
    }

    private List<DutyView> latelyDone(List<DutyView> all) {
        Instant since = clock.instant().minus(LATELY);
        return all.stream()
                .filter(r -> r.submitted() && r.submittedAt().isAfter(since))
                .sorted(Comparator.comparing(DutyView::submittedAt).reversed())
                .limit(SHOWN)
                .toList();
    }

    private String say(String key, Object... arguments) {
        return words.say("evaluation", key, arguments);
    }
}

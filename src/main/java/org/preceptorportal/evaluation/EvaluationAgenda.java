package org.preceptorportal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.preceptorportal.evaluation.RotationEvaluation.State;
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

    @Inject RotationEvaluations rotations;
    @Inject Words words;
    @Inject Clock clock;

    @Override
    public List<Task> tasksFor(Caller caller) {
        if (caller.is(Role.PRECEPTOR)) {
            return forPreceptor(rotations.ofPreceptor(caller));
        }
        if (caller.is(Role.COORDINATOR)) {
            return forCoordinator(caller);
        }
        return caller.is(Role.LEARNER) ? forLearner(rotations.ofLearner(caller)) : List.of();
    }

    private List<Task> forCoordinator(Caller caller) {
        int open =
                rotations.count(caller, State.OWED, "")
                        + rotations.count(caller, State.STARTED, "");
        return open == 0
                ? List.of()
                : List.of(
                        new Task(
                                Urgency.WAITING,
                                null,
                                say("agenda.open", open),
                                say("agenda.see"),
                                "/evaluation/overview"));
    }

    private List<Task> forPreceptor(List<RotationEvaluation> all) {
        List<RotationEvaluation> owed =
                all.stream()
                        .filter(RotationEvaluation::open)
                        .sorted(Comparator.comparing(RotationEvaluation::due))
                        .toList();
        List<Task> tasks = new ArrayList<>();
        for (RotationEvaluation r : owed.subList(0, Math.min(SHOWN, owed.size()))) {
            tasks.add(
                    new Task(
                            Urgency.NOW,
                            r.due(),
                            say(r.started() ? "agenda.started" : "agenda.owed", r.learner()),
                            say(r.started() ? "agenda.continue" : "agenda.start"),
                            "/evaluation/form?rotation=" + r.rotationId()));
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
        latelyDone(all)
                .forEach(
                        r ->
                                tasks.add(
                                        new Task(
                                                Urgency.DONE,
                                                null,
                                                say("agenda.submitted", r.learner()),
                                                say("agenda.read"),
                                                "/evaluation/read?id=" + r.evaluationId())));
        return tasks;
    }

    private List<Task> forLearner(List<RotationEvaluation> all) {
        List<Task> tasks = new ArrayList<>();
        all.stream()
                .filter(RotationEvaluation::open)
                .sorted(Comparator.comparing(RotationEvaluation::due))
                .limit(SHOWN)
                .forEach(
                        r ->
                                tasks.add(
                                        new Task(
                                                Urgency.WAITING,
                                                r.due(),
                                                say("agenda.waiting", r.preceptor(), r.specialty()),
                                                null,
                                                null)));
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

    private List<RotationEvaluation> latelyDone(List<RotationEvaluation> all) {
        Instant since = clock.instant().minus(LATELY);
        return all.stream()
                .filter(r -> r.submitted() && r.submittedAt().isAfter(since))
                .sorted(Comparator.comparing(RotationEvaluation::submittedAt).reversed())
                .limit(SHOWN)
                .toList();
    }

    private String say(String key, Object... arguments) {
        return words.say("evaluation", key, arguments);
    }
}

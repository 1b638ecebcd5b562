package org.preceptorportal.shell.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.preceptorportal.shell.Agenda;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Task;
import org.preceptorportal.shell.Task.Urgency;

/** The start page: "what should I do now?", asked of every room. */
@Named("shellHomePage")
@RequestScoped
public class HomePage {
    @Inject CurrentCaller currentCaller;
    @Inject Instance<Agenda> agendas;
    @Inject Clock clock;

    private List<Task> tasks;

    @PostConstruct
    void ask() {
        Caller caller = currentCaller.get();
        tasks =
                agendas.stream()
                        .flatMap(agenda -> agenda.tasksFor(caller).stream())
                        .sorted(
                                Comparator.comparing(
                                        Task::due, Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList();
    }

    public List<Task> getNow() {
        return of(Urgency.NOW);
    }

    public List<Task> getWaiting() {
        return of(Urgency.WAITING);
    }

    /** The latest first. */
    public List<Task> getDone() {
        return of(Urgency.DONE);
    }

    public boolean overdue(Task task) {
        return task.due() != null && task.due().isBefore(Instant.now(clock));
    }

    private List<Task> of(Urgency urgency) {
        return tasks.stream().filter(task -> task.urgency() == urgency).toList();
    }
}

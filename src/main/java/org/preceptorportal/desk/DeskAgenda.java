package org.preceptorportal.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.preceptorportal.shell.Agenda;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Task;
import org.preceptorportal.shell.Task.Urgency;
import org.preceptorportal.shell.Words;

/** What a coordinator's start page says about evaluations. */
@ApplicationScoped
public class DeskAgenda implements Agenda {
    private static final String PAGE = "/desk/evaluations";

    @Inject DeskLists lists;
    @Inject Words words;

    @Override
    public List<Task> tasksFor(Caller caller) {
        if (!caller.is(Role.COORDINATOR)) {
            return List.of();
        }
        Map<Show, Long> counts = lists.counts(caller, DeskFilter.owed());
        List<Task> tasks = new ArrayList<>();
        add(tasks, Urgency.NOW, "agenda.notMine", counts.get(Show.NOT_MINE), Show.NOT_MINE);
        add(tasks, Urgency.WAITING, "agenda.overdue", counts.get(Show.OVERDUE), Show.OVERDUE);
        long rest = counts.get(Show.OWED) - counts.get(Show.OVERDUE);
        add(tasks, Urgency.WAITING, "agenda.owed", rest, Show.OWED);
        return tasks;
    }

    private void add(List<Task> tasks, Urgency urgency, String key, long n, Show show) {
        if (n > 0) {
            String query = DeskFilter.owed().showing(show).query();
            tasks.add(
                    new Task(
                            urgency,
                            null,
                            words.say("desk", key, n),
                            words.say("desk", "agenda.see"),
                            query.isEmpty() ? PAGE : PAGE + "?" + query));
        }
    }
}

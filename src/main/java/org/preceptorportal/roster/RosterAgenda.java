package org.preceptorportal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.preceptorportal.shell.Agenda;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Task;
import org.preceptorportal.shell.Words;

/** An empty portal begins with its rosters. */
@ApplicationScoped
public class RosterAgenda implements Agenda {
    @Inject Sites sites;
    @Inject Words words;

    @Override
    public List<Task> tasksFor(Caller caller) {
        if (!caller.is(Role.COORDINATOR) || !sites.all(caller.tenantId()).isEmpty()) {
            return List.of();
        }
        return List.of(
                new Task(
                        Task.Urgency.NOW,
                        null,
                        words.say("roster", "agenda.empty"),
                        words.say("roster", "agenda.import"),
                        "/roster/import"));
    }
}

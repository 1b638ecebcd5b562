package org.preceptorportal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.preceptorportal.shell.Agenda;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Task;
import org.preceptorportal.shell.Words;

/** Encounters that wait for a preceptor's word, on their start page. */
@ApplicationScoped
public class EncounterAgenda implements Agenda {
    @Inject Encounters encounters;
    @Inject Words words;

    @Override
    public List<Task> tasksFor(Caller caller) {
        if (!caller.is(Role.PRECEPTOR)) {
            return List.of();
        }
        int waiting = encounters.waiting(caller);
        return waiting == 0
                ? List.of()
                : List.of(
                        new Task(
                                Task.Urgency.NOW,
                                null,
                                words.say("evaluation", "agenda.encounters", waiting),
                                words.say("evaluation", "agenda.encountersRead"),
                                "/evaluation/work"));
    }
}

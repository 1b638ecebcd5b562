package org.preceptorportal.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.preceptorportal.shell.Agenda;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Task;
import org.preceptorportal.shell.Task.Urgency;
import org.preceptorportal.shell.Words;

/** Letters of colleagues that wait for somebody's signature. */
@ApplicationScoped
public class SigningAgenda implements Agenda {
    @Inject CoAuthors coAuthors;
    @Inject Words words;

    @Override
    public List<Task> tasksFor(Caller caller) {
        if (!caller.is(Role.PRECEPTOR)) {
            return List.of();
        }
        return coAuthors.mine(caller).stream()
                .filter(CoAuthors.Joint::turn)
                .map(
                        j ->
                                new Task(
                                        Urgency.NOW,
                                        null,
                                        words.say(
                                                "signing",
                                                "agenda.turn",
                                                j.leadName(),
                                                j.learnerName()),
                                        words.say("signing", "agenda.turn.button"),
                                        "/signing/sign?id=" + j.letterId()))
                .toList();
    }
}

package org.preceptorportal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.preceptorportal.shell.Agenda;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Task;
import org.preceptorportal.shell.Task.Urgency;
import org.preceptorportal.shell.Words;

/** What an administrator's start page says about mail. */
@ApplicationScoped
public class OutboxAgenda implements Agenda {
    private static final String PAGE = "/notify/outbox";

    @Inject OutboxReading reading;
    @Inject Outbox outbox;
    @Inject Words words;

    @Override
    public List<Task> tasksFor(Caller caller) {
        List<Task> tasks = new ArrayList<>();
        if (caller.is(Role.ADMINISTRATOR)) {
            OutboxReading.Counts counts = reading.counts(caller, null);
            if (counts.givenUp() > 0) {
                tasks.add(task(Urgency.NOW, "agenda.givenUp", counts.givenUp()));
            }
            if (!outbox.sendsMail()) {
                tasks.add(task(Urgency.NOW, "agenda.noServer", counts.waiting()));
            } else if (counts.waiting() > 0) {
                tasks.add(task(Urgency.WAITING, "agenda.waiting", counts.waiting()));
            }
        }
        return tasks;
    }

    private Task task(Urgency urgency, String key, long mails) {
        return new Task(
                urgency,
                null,
                words.say("notify", key, mails),
                words.say("notify", "agenda.open"),
                PAGE);
    }
}

package org.preceptorportal.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.preceptorportal.shell.Agenda;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Task;
import org.preceptorportal.shell.Task.Urgency;
import org.preceptorportal.shell.Words;

/** Tells a preceptor of replies they have not read yet. */
@ApplicationScoped
public class FeedbackAgenda implements Agenda {
    private static final int SHOWN = 5;

    @Inject Replies replies;
    @Inject Words words;

    @Override
    public List<Task> tasksFor(Caller caller) {
        if (!caller.is(Role.PRECEPTOR)) {
            return List.of();
        }
        return replies.unseenBy(caller.personId(), SHOWN).stream()
                .map(
                        each ->
                                new Task(
                                        Urgency.NOW,
                                        null,
                                        words.say(
                                                "feedback",
                                                "agenda.reply",
                                                each.learner(),
                                                each.specialty()),
                                        words.say("feedback", "agenda.read"),
                                        "/evaluation/read?id=" + each.evaluationId() + "#reply"))
                .toList();
    }
}

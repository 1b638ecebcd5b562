package org.preceptorportal.night;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.preceptorportal.shell.Agenda;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Dates;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Task;
import org.preceptorportal.shell.Task.Urgency;
import org.preceptorportal.shell.Words;

/** How the last night went, for those who answer for it. */
@ApplicationScoped
public class NightAgenda implements Agenda {
    @Inject Runs runs;
    @Inject Words words;
    @Inject Dates dates;

    @Override
    public List<Task> tasksFor(Caller caller) {
        if (!caller.is(Role.COORDINATOR, Role.ADMINISTRATOR)) {
            return List.of();
        }
        return runs.nights(caller, 1).stream().map(this::task).toList();
    }

    private Task task(NightView run) {
        String way = "/watch/night?id=" + run.id();
        String day = dates.day(run.night());
        if (run.active()) {
            return task(Urgency.WAITING, "agenda.running", day, "agenda.watch", way);
        }
        if (!run.completed()) {
            return task(Urgency.NOW, "agenda.broken", day, "agenda.see", way);
        }
        String sentence =
                words.say(
                        "night",
                        run.skipped() == 0 ? "agenda.done" : "agenda.skipped",
                        day,
                        run.made(),
                        run.skipped());
        return new Task(
                run.skipped() == 0 ? Urgency.DONE : Urgency.NOW,
                null,
                sentence,
                words.say("night", "agenda.see"),
                way);
    }

    private Task task(Urgency urgency, String sentence, String day, String button, String way) {
        return new Task(
                urgency, null, words.say("night", sentence, day), words.say("night", button), way);
    }
}

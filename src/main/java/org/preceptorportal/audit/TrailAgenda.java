package org.preceptorportal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.preceptorportal.shell.Agenda;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Dates;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Task;
import org.preceptorportal.shell.Task.Urgency;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.Words;

/**
 * What the start page says about the trail: to an auditor always, to an administrator if broken.
 */
@ApplicationScoped
public class TrailAgenda implements Agenda {
    @Inject TrailReading reading;
    @Inject AuditTrail trail;
    @Inject Tenants tenants;
    @Inject Dates dates;
    @Inject Words words;

    @Override
    public List<Task> tasksFor(Caller caller) {
        if (!caller.is(Role.AUDITOR, Role.ADMINISTRATOR)) {
            return List.of();
        }
        Verdict verdict = reading.lately(caller);
        if (!verdict.whole()) {
            return List.of(
                    task(Urgency.NOW, say("agenda.broken", verdict.firstBroken().orElseThrow())));
        }
        if (!caller.is(Role.AUDITOR) || verdict.events() == 0) {
            return List.of();
        }
        return List.of(
                task(
                        Urgency.DONE,
                        say("agenda.whole", verdict.events(), since(caller.tenantId()))));
    }

    private String since(long tenantId) {
        return trail.beganAt(tenantId)
                .map(at -> dates.day(LocalDate.ofInstant(at, tenants.get(tenantId).zone())))
                .orElse("");
    }

    private Task task(Urgency urgency, String sentence) {
        return new Task(urgency, null, sentence, say("agenda.open"), "/audit/trail");
    }

    private String say(String key, Object... arguments) {
        return words.say("audit", key, arguments);
    }
}

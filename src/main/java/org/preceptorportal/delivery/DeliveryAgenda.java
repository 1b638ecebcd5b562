package org.preceptorportal.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.letter.Letters;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.shell.Agenda;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Task;
import org.preceptorportal.shell.Task.Urgency;
import org.preceptorportal.shell.Words;

/** Which signed letters somebody still has to take to a service. */
@ApplicationScoped
public class DeliveryAgenda implements Agenda {
    @Inject Letters letters;
    @Inject Designees designees;
    @Inject NextSteps steps;
    @Inject Learners learners;
    @Inject Preceptors preceptors;
    @Inject Words words;

    @Override
    @Transactional
    public List<Task> tasksFor(Caller caller) {
        List<Task> tasks = new ArrayList<>();
        if (caller.is(Role.PRECEPTOR)) {
            List<Letter> own =
                    letters.ofPreceptor(caller.personId()).stream()
                            .filter(letter -> letter.status() == LetterStatus.SIGNED)
                            .toList();
            Set<Long> waiting = steps.waiting(own);
            own.stream()
                    .filter(letter -> waiting.contains(letter.id()))
                    .forEach(letter -> tasks.add(task(letter, Urgency.NOW, "upload")));
        }
        List<Letter> entrusted = designees.entrustedTo(caller);
        Set<Long> toUpload = steps.waiting(entrusted);
        for (Letter letter : entrusted) {
            if (letter.status() == LetterStatus.SIGNED) {
                boolean waiting = toUpload.contains(letter.id());
                tasks.add(
                        task(
                                letter,
                                waiting ? Urgency.NOW : Urgency.DONE,
                                waiting ? "uploadFor" : "uploadedFor"));
            } else if (letter.status().awaited()) {
                tasks.add(
                        new Task(
                                Urgency.WAITING,
                                null,
                                words.say(
                                        "delivery",
                                        "agenda.unsigned",
                                        learners.get(letter.learnerId()).fullName(),
                                        preceptors.get(letter.preceptorId()).signatureName()),
                                null,
                                null));
            }
        }
        return tasks;
    }

    private Task task(Letter letter, Urgency urgency, String key) {
        return new Task(
                urgency,
                null,
                words.say(
                        "delivery",
                        "agenda." + key,
                        learners.get(letter.learnerId()).fullName(),
                        preceptors.get(letter.preceptorId()).signatureName()),
                words.say("delivery", "agenda." + key + ".button"),
                "/delivery/steps?letter=" + letter.id());
    }
}

package org.preceptorportal.asking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.preceptorportal.letter.DeskLetter;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.letter.LetterWriting;
import org.preceptorportal.shell.Agenda;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Task;
import org.preceptorportal.shell.Task.Urgency;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.Words;

/** What letters ask of somebody today. */
@ApplicationScoped
public class LetterAgenda implements Agenda {
    private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);

    /** How many finished things are worth a line. */
    private static final int LATELY = 3;

    @Inject LetterWriting writing;
    @Inject LetterRequesting requesting;
    @Inject LetterAnswering answering;
    @Inject Clock clock;
    @Inject Tenants tenants;
    @Inject Words words;

    @Override
    public List<Task> tasksFor(Caller caller) {
        if (caller.is(Role.PRECEPTOR)) {
            return ofAuthor(caller);
        }
        return caller.is(Role.LEARNER) ? ofLearner(caller) : List.of();
    }

    private List<Task> ofAuthor(Caller caller) {
        ZoneId zone = tenants.get(caller.tenantId()).zone();
        List<DeskLetter> desk = writing.desk(caller);
        Stream<Task> open =
                desk.stream()
                        .filter(
                                letter ->
                                        letter.status() != LetterStatus.SIGNED
                                                && letter.status() != LetterStatus.SIGNING
                                                && letter.status() != LetterStatus.WITHDRAWN
                                                && letter.status() != LetterStatus.DECLINED)
                        .map(letter -> toDo(letter, zone));
        Stream<Task> signed =
                desk.stream()
                        .filter(letter -> letter.status() == LetterStatus.SIGNED)
                        .sorted((a, b) -> b.signedAt().compareTo(a.signedAt()))
                        .limit(LATELY)
                        .map(
                                letter ->
                                        task(
                                                Urgency.DONE,
                                                null,
                                                "signed",
                                                "/signing/signed?id=" + letter.id(),
                                                letter.learnerName()));
        return Stream.concat(open, signed).toList();
    }

    private Task toDo(DeskLetter letter, ZoneId zone) {
        Instant due = due(letter.deadline(), zone);
        return switch (letter.status()) {
            case REQUESTED ->
                    task(
                            Urgency.NOW,
                            due,
                            "asked",
                            "/letter/desk",
                            letter.learnerName(),
                            letter.specialty());
            case OPENED ->
                    task(
                            putOff(letter, zone) ? Urgency.WAITING : Urgency.NOW,
                            due,
                            putOff(letter, zone) ? "later" : "decide",
                            "/asking/open?id=" + letter.id(),
                            letter.learnerName(),
                            letter.specialty());
            default ->
                    task(
                            Urgency.NOW,
                            due,
                            letter.begun() ? "finish" : "write",
                            "/letter/draft?id=" + letter.id(),
                            letter.learnerName());
        };
    }

    private boolean putOff(DeskLetter letter, ZoneId zone) {
        LocalDate until = answering.snoozedUntil(letter.id());
        return until != null && until.isAfter(LocalDate.now(clock.withZone(zone)));
    }

    private List<Task> ofLearner(Caller caller) {
        ZoneId zone = tenants.get(caller.tenantId()).zone();
        return requesting.mine(caller).stream().map(letter -> ofLearner(letter, zone)).toList();
    }

    private Task ofLearner(MyLetter letter, ZoneId zone) {
        return switch (letter.status()) {
            case REQUESTED, OPENED, DRAFTING, SIGNING ->
                    new Task(
                            Urgency.WAITING,
                            due(letter.deadline(), zone),
                            words.say(
                                    "asking",
                                    "agenda.waiting." + letter.status(),
                                    letter.authorName()),
                            words.say("asking", "agenda.waiting.button"),
                            "/asking/letter?id=" + letter.id());
            case SIGNED ->
                    letter.released()
                            ? task(
                                    Urgency.DONE,
                                    null,
                                    "released",
                                    "/asking/letter?id=" + letter.id(),
                                    letter.authorName())
                            : task(
                                    Urgency.NOW,
                                    due(letter.deadline(), zone),
                                    "release",
                                    "/release/release?letter=" + letter.id(),
                                    letter.authorName());
            case DECLINED ->
                    task(
                            Urgency.DONE,
                            null,
                            "declined",
                            "/asking/letter?id=" + letter.id(),
                            letter.authorName());
            case WITHDRAWN ->
                    task(
                            Urgency.DONE,
                            null,
                            "withdrawn",
                            "/asking/letter?id=" + letter.id(),
                            letter.authorName());
        };
    }

    private Task task(
            Urgency urgency, Instant due, String key, String outcome, Object... arguments) {
        return new Task(
                urgency,
                due,
                words.say("asking", "agenda." + key, arguments),
                words.say("asking", "agenda." + key + ".button"),
                outcome);
    }

    private static Instant due(LocalDate deadline, ZoneId zone) {
        return deadline == null ? null : deadline.atTime(END_OF_WORK).atZone(zone).toInstant();
    }
}

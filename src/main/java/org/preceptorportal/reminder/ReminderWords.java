package org.preceptorportal.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.access.Assistants;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.notify.CalendarFile;
import org.preceptorportal.notify.Doorway;
import org.preceptorportal.notify.Message;
import org.preceptorportal.notify.Outbox;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.shell.Dates;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.shell.Words;

/** What reminders say. Their links only show; nothing happens before somebody presses a button. */
@ApplicationScoped
class ReminderWords {
    /** More are on the page behind the link. */
    private static final int SHOWN = 12;

    /** How long before the due hour the calendar rings. */
    private static final Duration RINGS = Duration.ofDays(1);

    @Inject Words words;
    @Inject Dates dates;
    @Inject Doorway doorway;
    @Inject Outbox outbox;
    @Inject Assistants assistants;

    @Inject
    @ConfigProperty(name = "portal.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    /**
     * The digest of one preceptor (RE-5), made in the running transaction, as its links are.
     *
     * @param zone the recipient's
     */
    Message digest(Tenant tenant, Preceptor preceptor, ZoneId zone, List<DutyView> duties) {
        StringBuilder text = new StringBuilder();
        text.append(say("mail.digest.dear", preceptor.fullName())).append("\n\n");
        text.append(say("mail.digest.lead", duties.size())).append("\n\n");
        for (DutyView each : duties.subList(0, Math.min(SHOWN, duties.size()))) {
            text.append(card(tenant, preceptor, zone, each)).append("\n\n");
        }
        if (duties.size() > SHOWN) {
            text.append(say("mail.digest.more", duties.size() - SHOWN)).append("\n\n");
        }
        List<String> helpers = assistants.namesOf(preceptor.id());
        if (!helpers.isEmpty()) {
            text.append(say("mail.digest.assistants", String.join(", ", helpers))).append("\n\n");
        }
        text.append(say("mail.digest.all", link(tenant, preceptor, "/evaluation/work")))
                .append("\n\n")
                .append(words.say("notify", "mail.foot", tenant.name()));
        return outbox.message(
                say("mail.digest.subject", duties.size(), duties.get(0).learner()),
                text.toString(),
                Optional.of(new CalendarFile(duties.stream().map(this::event).toList())));
    }

    private String card(Tenant tenant, Preceptor preceptor, ZoneId zone, DutyView duty) {
        return String.join(
                "\n",
                say("mail.digest.what." + duty.phase(), duty.learner()),
                say("mail.digest.due", duty.specialty(), dates.when(duty.due(), zone)),
                say(
                        duty.started() ? "mail.digest.continue" : "mail.digest.write",
                        link(tenant, preceptor, "/evaluation/form?duty=" + duty.dutyId())),
                exit(tenant, preceptor, duty, "remind"),
                exit(tenant, preceptor, duty, "wrong"),
                exit(tenant, preceptor, duty, "contact"),
                exit(tenant, preceptor, duty, "hand"));
    }

    /** Straight to the one way out that its words name. */
    private String exit(Tenant tenant, Preceptor preceptor, DutyView duty, String way) {
        String target = "/duty/exit?duty=" + duty.dutyId() + "&way=" + way;
        return say("mail.digest.exit." + way, link(tenant, preceptor, target));
    }

    private CalendarFile.Event event(DutyView duty) {
        return new CalendarFile.Event(
                "duty-" + duty.dutyId() + "@" + java.net.URI.create(baseUrl).getHost(),
                // A later date of the same duty moves the event: the sequence must grow with it.
                (int) (duty.due().getEpochSecond() / 3600),
                say("mail.event.summary." + duty.phase(), duty.learner()),
                say("mail.event.description", duty.specialty()),
                duty.due(),
                RINGS,
                baseUrl + "/evaluation/form?duty=" + duty.dutyId());
    }

    /** What coordinators are told of duties that nobody answers for (RE-7). */
    Message escalation(Tenant tenant, List<DutyView> late) {
        String lines =
                late.stream()
                        .limit(SHOWN)
                        .map(
                                each ->
                                        say(
                                                "mail.escalation.line",
                                                each.preceptor(),
                                                each.learner(),
                                                dates.day(each.dueDay())))
                        .collect(Collectors.joining("\n"));
        String more =
                late.size() > SHOWN
                        ? "\n\n" + say("mail.escalation.more", late.size() - SHOWN)
                        : "";
        return outbox.message(
                say("mail.escalation.subject", late.size()),
                say("mail.escalation.body", lines + more, baseUrl + "/desk/evaluations")
                        + words.say("notify", "mail.footPlain", tenant.name()),
                Optional.empty());
    }

    private String link(Tenant tenant, Preceptor preceptor, String target) {
        return doorway.link(tenant.id(), Role.PRECEPTOR, preceptor.id(), target);
    }

    private String say(String key, Object... arguments) {
        return words.say("reminder", key, arguments);
    }
}

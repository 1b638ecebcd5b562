package org.preceptorportal.duty.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.shell.CallerZone;
import org.preceptorportal.shell.CurrentCaller;
import org.preceptorportal.shell.Words;

/** The exits of one tap: {@code WEB-INF/duty/exits.xhtml} beside a duty's button. */
@Named("dutyExits")
@RequestScoped
public class Exits {
    @Inject CurrentCaller caller;
    @Inject CallerZone zone;
    @Inject Duties duties;
    @Inject Words words;
    @Inject Clock clock;

    /** The keys of the reasons that need no typing. */
    public List<String> getReasons() {
        return List.of("days", "colleague", "away");
    }

    public String notMine(DutyView duty) {
        duties.notMine(caller.get(), duty.dutyId(), "");
        return left(duty);
    }

    public String tooLittle(DutyView duty, String reason) {
        String said = words.say("duty", "reason." + reason);
        duties.insufficientContact(caller.get(), duty.dutyId(), said);
        return left(duty);
    }

    public String remindOn(DutyView duty, LocalDate day) {
        duties.snooze(caller.get(), duty.dutyId(), day);
        return left(duty);
    }

    public String takeBack(DutyView duty) {
        duties.takeBack(caller.get(), duty.dutyId());
        return "/evaluation/work?faces-redirect=true";
    }

    private static String left(DutyView duty) {
        return "/evaluation/work?faces-redirect=true&left=" + duty.dutyId();
    }

    public LocalDate getTomorrow() {
        return today().plusDays(1);
    }

    public LocalDate getFriday() {
        return today().with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
    }

    public LocalDate getNextWeek() {
        return today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    public boolean snoozed(DutyView duty) {
        return duty.snoozed(today());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone.get()));
    }
}

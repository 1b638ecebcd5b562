package org.preceptorportal.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.preceptorportal.access.Accounts;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.notify.Message;
import org.preceptorportal.notify.Outbox;
import org.preceptorportal.reminder.Reminders.Rung;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.season.ReminderLadder;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.shell.Tenants;

/** Reminds those who owe evaluations: by the season's ladder, and by a coordinator's hand. */
@ApplicationScoped
public class Reminding {
    private static final Logger LOG = System.getLogger(Reminding.class.getName());
    private static final String ESCALATION = "escalation";
    private static final Duration WEEK = Duration.ofDays(7);

    @Inject Tenants tenants;
    @Inject Preceptors preceptors;
    @Inject Sites sites;
    @Inject Duties duties;
    @Inject Seasons seasons;
    @Inject Reminders reminders;
    @Inject ReminderWords wording;
    @Inject Outbox outbox;
    @Inject Accounts accounts;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject Reminding self;
    @Inject @Any Instance<Silence> silences;

    /** Why somebody was not reminded by hand. */
    public enum LeftOut {
        /** Not owed now: submitted, excused, not yet open, or not this institution's. */
        NOT_OWED,
        /** Its preceptor asked for a reminder at a later day. */
        SNOOZED,
        /** A reminder by hand went today. */
        TODAY
    }

    /**
     * What came of reminding by hand.
     *
     * @param mails how many were written
     * @param duties of how many evaluations they speak
     */
    public record Outcome(int mails, int duties, Map<LeftOut, Integer> leftOut) {}

    /** A mail that is to leave on a day. */
    public record Coming(LocalDate day, String preceptor, int duties) {
        private Coming of(int so) {
            return new Coming(day, preceptor, so);
        }
    }

    /** Everybody for whom it is time, and the coordinators (RE-8). */
    public void remindAll() {
        for (Tenant tenant : tenants.all()) {
            if (silences.stream().anyMatch(each -> each.covers(tenant))) {
                continue;
            }
            remind(tenant, true);
            quietly(
                    "The escalation of institution " + tenant.id(),
                    () -> self.escalate(tenant, true));
        }
    }

    /**
     * The same for one institution and at any hour: a trial starts when a person has time for it.
     */
    public void remindNow(Tenant tenant) {
        remind(tenant, false);
    }

    private void remind(Tenant tenant, boolean inHours) {
        for (long preceptor : self.toRemind(tenant.id(), inHours)) {
            quietly(
                    "The reminder of preceptor " + preceptor,
                    () -> self.digest(tenant, preceptor, inHours));
        }
    }

    /** A look without locks: almost always nothing is to be done. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Long> toRemind(long tenantId, boolean inHours) {
        Map<Rung, Set<String>> taken = reminders.stepsIn(tenantId);
        Map<Long, ZoneId> zones = preceptors.zones(tenantId);
        return owedByPreceptor(duties.owedIn(tenantId)).entrySet().stream()
                .filter(
                        each ->
                                !due(each.getValue(), zones.get(each.getKey()), taken, inHours)
                                        .isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** One preceptor, in a transaction of its own; the lock lets the steps be taken once (RE-2). */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void digest(Tenant tenant, long preceptorId, boolean inHours) {
        reminders.lock(preceptorId);
        Map<DutyView, String> due =
                due(
                        duties.owedBy(preceptorId),
                        zone(preceptorId),
                        reminders.stepsOf(preceptorId),
                        inHours);
        if (!due.isEmpty() && (wasAskedFor(due) || !isEnough(preceptorId))) {
            send(tenant, preceptorId, due);
        }
    }

    /** What a preceptor asked for comes, whatever else came that week. */
    private static boolean wasAskedFor(Map<DutyView, String> due) {
        return due.values().stream().anyMatch(step -> step.startsWith(Ladder.ASKED));
    }

    private boolean isEnough(long preceptorId) {
        return reminders.mailsSince(preceptorId, clock.instant().minus(WEEK))
                >= ladder(LocalDate.now(clock)).mailsPerWeek();
    }

    private void send(Tenant tenant, long preceptorId, Map<DutyView, String> due) {
        Preceptor preceptor = preceptors.get(preceptorId);
        String key = "reminder:" + preceptorId + ":" + clock.instant();
        due.forEach(
                (duty, step) ->
                        reminders.add(
                                tenant.id(), new Rung(duty.dutyId(), preceptorId), step, key));
        Message message =
                wording.digest(tenant, preceptor, zone(preceptorId), new ArrayList<>(due.keySet()));
        outbox.send(tenant.id(), key, preceptor.email(), message);
    }

    /**
     * A coordinator reminds at once, at any hour.
     *
     * @param dutyIds of the caller's institution; others are left out
     * @throws NotForCaller when the caller is no coordinator
     */
    @Transactional
    public Outcome remind(Caller caller, Collection<Long> dutyIds) {
        if (!caller.is(Role.COORDINATOR)) {
            throw audit.refuse(caller, "reminders", "of an institution");
        }
        Tenant tenant = tenants.get(caller.tenantId());
        Set<Long> wanted = new HashSet<>(dutyIds);
        Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
        int mails = 0;
        int told = 0;
        Map<Long, List<DutyView>> byPreceptor =
                owedByPreceptor(
                        duties.owedIn(tenant.id()).stream()
                                .filter(each -> wanted.remove(each.dutyId()))
                                .toList());
        if (!wanted.isEmpty()) {
            leftOut.put(LeftOut.NOT_OWED, wanted.size());
        }
        for (Map.Entry<Long, List<DutyView>> each : byPreceptor.entrySet()) {
            Map<DutyView, String> due = byHand(each.getKey(), each.getValue(), leftOut);
            if (!due.isEmpty()) {
                send(tenant, each.getKey(), due);
                due.keySet()
                        .forEach(
                                duty ->
                                        audit.record(
                                                caller,
                                                "duty.reminded",
                                                "duty",
                                                duty.dutyId(),
                                                "by hand"));
                mails++;
                told += due.size();
            }
        }
        return new Outcome(mails, told, leftOut);
    }

    private Map<DutyView, String> byHand(
            long preceptorId, List<DutyView> owed, Map<LeftOut, Integer> leftOut) {
        reminders.lock(preceptorId);
        Map<Rung, Set<String>> taken = reminders.stepsOf(preceptorId);
        LocalDate today = LocalDate.now(clock.withZone(zone(preceptorId)));
        String step = "desk:" + today;
        Map<DutyView, String> due = new LinkedHashMap<>();
        for (DutyView duty : owed) {
            if (duty.snoozed(today)) {
                leftOut.merge(LeftOut.SNOOZED, 1, Integer::sum);
            } else if (steps(taken, duty).contains(step)) {
                leftOut.merge(LeftOut.TODAY, 1, Integer::sum);
            } else {
                due.put(duty, step);
            }
        }
        return due;
    }

    /** Tells the coordinators of what is late beyond the season's days, once (RE-7). */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void escalate(Tenant tenant, boolean inHours) {
        LocalDateTime now = LocalDateTime.now(clock.withZone(tenant.zone()));
        if (inHours && !Ladder.open(ladder(now.toLocalDate()), now)) {
            return;
        }
        reminders.lock(-tenant.id());
        Map<Rung, Set<String>> taken = reminders.stepsIn(tenant.id());
        List<DutyView> late =
                duties.owedIn(tenant.id()).stream()
                        .filter(each -> !each.snoozed(now.toLocalDate()))
                        .filter(each -> ladder(each).escalates(now.toLocalDate()))
                        .filter(each -> !steps(taken, each).contains(ESCALATION))
                        .toList();
        List<String> coordinators = accounts.addresses(tenant.id(), Role.COORDINATOR);
        if (late.isEmpty() || coordinators.isEmpty()) {
            return;
        }
        String key = "escalation:" + tenant.id() + ":" + clock.instant();
        late.forEach(
                each ->
                        reminders.add(
                                tenant.id(),
                                new Rung(each.dutyId(), each.preceptorId()),
                                ESCALATION,
                                key));
        Message message = wording.escalation(tenant, late);
        coordinators.forEach(address -> outbox.send(tenant.id(), key, address, message));
    }

    /** The duties of a preceptor whose next step has come, with that step. */
    private Map<DutyView, String> due(
            List<DutyView> owed, ZoneId zone, Map<Rung, Set<String>> taken, boolean inHours) {
        LocalDateTime now = LocalDateTime.now(clock.withZone(zone));
        Map<DutyView, String> due = new LinkedHashMap<>();
        for (DutyView duty : owed) {
            Ladder ladder = ladder(duty);
            if (!inHours || Ladder.open(ladder.steps(), now)) {
                ladder.step(now.toLocalDate(), steps(taken, duty))
                        .ifPresent(step -> due.put(duty, step));
            }
        }
        return due;
    }

    /**
     * What comes next, by day, if nobody does anything.
     *
     * @throws NotForCaller when the caller is no coordinator
     */
    @Transactional
    public List<Coming> coming(Caller caller, int most) {
        if (!caller.is(Role.COORDINATOR)) {
            throw audit.refuse(caller, "reminders", "of an institution");
        }
        LocalDate today = LocalDate.now(clock.withZone(tenants.get(caller.tenantId()).zone()));
        Map<Rung, Set<String>> taken = reminders.stepsIn(caller.tenantId());
        Map<Coming, Integer> byDay = new HashMap<>();
        for (DutyView duty : duties.owedIn(caller.tenantId())) {
            ladder(duty)
                    .next(today, steps(taken, duty))
                    .ifPresent(
                            day ->
                                    byDay.merge(
                                            new Coming(day, duty.preceptor(), 0), 1, Integer::sum));
        }
        return byDay.entrySet().stream()
                .map(each -> each.getKey().of(each.getValue()))
                .sorted(Comparator.comparing(Coming::day).thenComparing(Coming::preceptor))
                .limit(most)
                .toList();
    }

    private static Map<Long, List<DutyView>> owedByPreceptor(List<DutyView> owed) {
        return owed.stream()
                .collect(
                        Collectors.groupingBy(
                                DutyView::preceptorId, LinkedHashMap::new, Collectors.toList()));
    }

    private static Set<String> steps(Map<Rung, Set<String>> taken, DutyView duty) {
        return taken.getOrDefault(new Rung(duty.dutyId(), duty.preceptorId()), Set.of());
    }

    private Ladder ladder(DutyView duty) {
        return new Ladder(ladder(duty.end()), duty.opensOn(), duty.dueDay(), duty.snoozedUntil());
    }

    private ReminderLadder ladder(LocalDate day) {
        return seasons.of(day).reminders();
    }

    private ZoneId zone(long preceptorId) {
        return sites.get(preceptors.get(preceptorId).siteId()).timeZone();
    }

    /** Nobody else's mail waits for one that fails; the next tick tries again. */
    private static void quietly(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // A message or a stack trace could quote an address.
            LOG.log(Level.ERROR, "{0} failed: {1}", what, e.getClass().getName());
        }
    }
}

package org.preceptorportal.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.RotationType;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenants;

/** The duties of an institution: lists for those who owe and wait, and every way out. */
@ApplicationScoped
public class Duties {
    private static final String FROM =
            "select d.id, d.phase, r.id, d.evaluationId, l.id, l.fullName, l.latinName, p.id,"
                    + " p.fullName, p.credentials, r.type, r.specialty, s.name, s.timeZone,"
                    + " r.startDate, r.endDate, d.opensOn, d.dueAt, d.closedAt, d.reason,"
                    + " d.snoozedUntil, d.state, d.startedAt"
                    + " from Duty d join Rotation r on r.id = d.rotationId"
                    + " join Learner l on l.id = d.learnerId"
                    + " join Preceptor p on p.id = d.preceptorId join Site s on s.id = r.siteId";
    private static final String NEWEST_FIRST = " order by r.endDate desc, r.id, d.phase";
    private static final String OWED =
            " and d.state = org.preceptorportal.duty.DutyState.OPEN and d.opensOn <= :today"
                    + " order by d.dueAt, d.id";

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject Clock clock;
    @Inject Preceptors preceptors;
    @Inject Tenants tenants;
    @Inject AuditTrail audit;
    @Inject Event<DutyClosed> closed;
    @Inject Event<DutyReassigned> reassigned;
    @Inject Event<DutyReopened> reopened;

    // --- reading ---------------------------------------------------------------------------------

    /**
     * One duty, for who owes it, its learner and the coordinator.
     *
     * @throws NotForCaller when it is none of theirs
     */
    public DutyView get(Caller caller, long dutyId) {
        DutyView view = view(dutyId);
        if (tenantOf(dutyId) != caller.tenantId()
                || !(caller.actsFor(view.preceptorId())
                        || caller.isPerson(Role.LEARNER, view.learnerId())
                        || caller.is(Role.COORDINATOR))) {
            throw audit.refuse(caller, "duty", dutyId);
        }
        return view;
    }

    /** What the calling preceptor, or the preceptor of the calling assistant, owes or owed. */
    public List<DutyView> ofPreceptor(Caller caller) {
        if (!caller.is(Role.PRECEPTOR, Role.ASSISTANT)) {
            throw audit.refuse(caller, "duties", "of a preceptor");
        }
        return views(
                em.createQuery(FROM + " where d.preceptorId = :id" + NEWEST_FIRST, Object[].class)
                        .setParameter("id", caller.personId()));
    }

    /** What preceptors owe or owed the calling learner. */
    public List<DutyView> ofLearner(Caller caller) {
        if (!caller.is(Role.LEARNER)) {
            throw audit.refuse(caller, "duties", "of a learner");
        }
        return views(
                em.createQuery(FROM + " where d.learnerId = :id" + NEWEST_FIRST, Object[].class)
                        .setParameter("id", caller.personId()));
    }

    /** What a preceptor owes now, the most urgent first. For other rooms, not for callers. */
    public List<DutyView> owedBy(long preceptorId) {
        return views(
                em.createQuery(FROM + " where d.preceptorId = :id" + OWED, Object[].class)
                        .setParameter("id", preceptorId)
                        .setParameter("today", today()));
    }

    /** What is owed now in an institution, the most urgent first. For other rooms. */
    public List<DutyView> owedIn(long tenantId) {
        return views(
                em.createQuery(FROM + " where d.tenantId = :id" + OWED, Object[].class)
                        .setParameter("id", tenantId)
                        .setParameter("today", today()));
    }

    /**
     * One duty, for rooms that have authorized their caller.
     *
     * @throws NotForCaller when there is none with this id
     */
    public DutyView view(long dutyId) {
        return one(
                em.createQuery(FROM + " where d.id = :id", Object[].class)
                        .setParameter("id", dutyId));
    }

    /**
     * The duty that an evaluation belongs to, for rooms that have authorized their caller.
     *
     * @throws NotForCaller when there is none
     */
    public DutyView of(long rotationId, Phase phase) {
        return one(
                em.createQuery(
                                FROM + " where d.rotationId = :id and d.phase = :phase",
                                Object[].class)
                        .setParameter("id", rotationId)
                        .setParameter("phase", phase));
    }

    // --- for the evaluation ----------------------------------------------------------------------

    /**
     * A duty that the caller, or the preceptor they assist, owes or owed.
     *
     * @throws NotForCaller when it is not theirs
     */
    public Duty owned(Caller caller, long dutyId) {
        Duty duty = em.find(Duty.class, dutyId);
        if (duty == null) {
            throw new NotForCaller("duty");
        }
        return own(caller, duty);
    }

    /** The same, locked until the transaction's end: two devices wait for each other. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Duty ownedForChange(Caller caller, long dutyId) {
        return own(caller, locked(dutyId));
    }

    /**
     * A draft was made.
     *
     * @throws DutyNotOpen when it has ended
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void started(Caller caller, long dutyId, long evaluationId) {
        ownedForChange(caller, dutyId).start(evaluationId, clock.instant());
    }

    /**
     * Its evaluation was submitted, by the preceptor in person.
     *
     * @throws DutyNotOpen when it has ended
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void done(Caller caller, long dutyId) {
        Duty duty = locked(dutyId);
        if (duty.tenantId() != caller.tenantId()
                || !caller.isPerson(Role.PRECEPTOR, duty.preceptorId())) {
            throw audit.refuse(caller, "duty", dutyId);
        }
        duty.submitted(clock.instant());
        ended(duty);
    }

    /**
     * What was submitted is to be written again, beginning with this draft.
     *
     * @throws NotForCaller when the caller is not the institution's coordinator
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reopenWith(Caller caller, long dutyId, long draft, String reason) {
        Duty duty = ofInstitution(caller, dutyId);
        duty.reopenWith(draft, reason, clock.instant());
        again(caller, duty, reason);
    }

    // --- exits -----------------------------------------------------------------------------------

    /** The preceptor saw too little of the learner (DU-4, DU-5). */
    @Transactional
    public void insufficientContact(Caller caller, long dutyId, String reason) {
        Duty duty = ownedForChange(caller, dutyId);
        duty.insufficientContact(reason, clock.instant());
        audit.record(caller, "duty.insufficient-contact", "duty", dutyId, duty.reason());
        ended(duty);
    }

    /** It is not the preceptor's learner. */
    @Transactional
    public void notMine(Caller caller, long dutyId, String note) {
        Duty duty = ownedForChange(caller, dutyId);
        duty.notMine(note, clock.instant());
        audit.record(
                caller,
                "duty.not-mine",
                "duty",
                dutyId,
                duty.reason() == null ? "" : duty.reason());
        ended(duty);
    }

    /** No reminders before this day (DU-7). */
    @Transactional
    public void snooze(Caller caller, long dutyId, LocalDate until) {
        Duty duty = ownedForChange(caller, dutyId);
        duty.snooze(until, LocalDate.now(clock.withZone(tenants.get(duty.tenantId()).zone())));
        audit.record(caller, "duty.snoozed", "duty", dutyId, "until " + until);
    }

    /** Takes back an own exit, or the putting off of reminders. */
    @Transactional
    public void takeBack(Caller caller, long dutyId) {
        Duty duty = ownedForChange(caller, dutyId);
        if (duty.canBeTakenBack()) {
            duty.reopen("taken back");
            again(caller, duty, "taken back");
        } else {
            duty.wake();
            audit.record(caller, "duty.woken", "duty", dutyId, "");
        }
    }

    /** Another preceptor of the institution owes it from now on (DU-4). */
    @Transactional
    public void reassign(Caller caller, long dutyId, long toPreceptor) {
        Duty duty = locked(dutyId);
        if (duty.tenantId() != caller.tenantId()
                || !(caller.actsFor(duty.preceptorId()) || caller.is(Role.COORDINATOR))) {
            throw audit.refuse(caller, "duty", dutyId);
        }
        if (preceptors.get(toPreceptor).tenantId() != caller.tenantId()) {
            throw audit.refuse(caller, "preceptor", toPreceptor);
        }
        long from = duty.preceptorId();
        duty.reassign(toPreceptor);
        String both = "from preceptor " + from + " to preceptor " + toPreceptor;
        audit.record(caller, "duty.reassigned", "duty", dutyId, both);
        audit.record(caller, "duty.given", "preceptor", from, "duty " + dutyId);
        audit.record(caller, "duty.received", "preceptor", toPreceptor, "duty " + dutyId);
        reassigned.fire(
                new DutyReassigned(
                        dutyId,
                        duty.tenantId(),
                        duty.rotationId(),
                        duty.learnerId(),
                        duty.phase(),
                        from,
                        toPreceptor));
    }

    /** The coordinator lets it go. */
    @Transactional
    public void excuse(Caller caller, long dutyId, String reason) {
        Duty duty = ofInstitution(caller, dutyId);
        duty.excuse(reason, clock.instant());
        audit.record(caller, "duty.excused", "duty", dutyId, duty.reason());
        ended(duty);
    }

    /** What ended without an evaluation is owed again. */
    @Transactional
    public void reopen(Caller caller, long dutyId, String reason) {
        Duty duty = ofInstitution(caller, dutyId);
        duty.reopen(reason);
        again(caller, duty, reason);
    }

    // --- inside ----------------------------------------------------------------------------------

    private void ended(Duty duty) {
        closed.fire(
                new DutyClosed(
                        duty.id(),
                        duty.tenantId(),
                        duty.rotationId(),
                        duty.learnerId(),
                        duty.preceptorId(),
                        duty.phase(),
                        duty.state()));
    }

    private void again(Caller caller, Duty duty, String reason) {
        audit.record(caller, "duty.reopened", "duty", duty.id(), reason.strip());
        reopened.fire(
                new DutyReopened(
                        duty.id(),
                        duty.tenantId(),
                        duty.rotationId(),
                        duty.learnerId(),
                        duty.preceptorId(),
                        duty.phase()));
    }

    private Duty own(Caller caller, Duty duty) {
        if (duty.tenantId() != caller.tenantId() || !caller.actsFor(duty.preceptorId())) {
            throw audit.refuse(caller, "duty", duty.id());
        }
        return duty;
    }

    private Duty ofInstitution(Caller caller, long dutyId) {
        Duty duty = locked(dutyId);
        if (duty.tenantId() != caller.tenantId() || !caller.is(Role.COORDINATOR)) {
            throw audit.refuse(caller, "duty", dutyId);
        }
        return duty;
    }

    private Duty locked(long dutyId) {
        Duty duty = em.find(Duty.class, dutyId, LockModeType.PESSIMISTIC_WRITE);
        if (duty == null) {
            throw new NotForCaller("duty");
        }
        return duty;
    }

    private long tenantOf(long dutyId) {
        return em.find(Duty.class, dutyId).tenantId();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private DutyView one(TypedQuery<Object[]> query) {
        return views(query).stream().findFirst().orElseThrow(() -> new NotForCaller("duty"));
    }

    private List<DutyView> views(TypedQuery<Object[]> query) {
        LocalDate today = today();
        return query.getResultStream().map(c -> view(c, today)).toList();
    }

    private static DutyView view(Object[] c, LocalDate today) {
        String credentials = (String) c[9];
        return new DutyView(
                (Long) c[0],
                (Phase) c[1],
                (Long) c[2],
                (Long) c[3],
                (Long) c[4],
                (String) c[5],
                (String) c[6],
                (Long) c[7],
                credentials == null ? (String) c[8] : c[8] + ", " + credentials,
                (RotationType) c[10],
                (String) c[11],
                (String) c[12],
                ZoneId.of((String) c[13]),
                (LocalDate) c[14],
                (LocalDate) c[15],
                (LocalDate) c[16],
                (Instant) c[17],
                (Instant) c[18],
                (String) c[19],
                (LocalDate) c[20],
                DutyView.State.of(
                        (DutyState) c[21], !((LocalDate) c[16]).isAfter(today), c[22] != null));
    }
}

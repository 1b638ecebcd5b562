package org.preceptorportal.night;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.shell.Tenants;

/** Starts nights, when somebody asks and when their hour has come; stops and restarts them. */
@ApplicationScoped
public class Nights {
    private static final Logger LOG = System.getLogger(Nights.class.getName());

    @Inject NightLog log;
    @Inject Launching launching;
    @Inject Runs runs;
    @Inject Seasons seasons;
    @Inject Tenants tenants;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /** Starts everything of the caller's institution now; as {@link #start(Caller, Order)}. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public long start(Caller caller) {
        return start(caller, Order.tonight());
    }

    /**
     * Starts a night of the caller's institution, in the background. It sees what is committed by
     * now, or for a past date what was by that night's hour: a transaction of the caller is left
     * aside.
     *
     * @return the night's id
     * @throws NightAlreadyRunning when one is under way
     * @throws NightNotPossible when the order names a future date, or a job that does not exist or
     *     cannot be run for a single program, or a program that must be left alone and did not ask
     * @throws org.preceptorportal.shell.NotForCaller unless coordinator, administrator or the
     *     portal, and for a program of another institution
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public long start(Caller caller, Order order) {
        mayOperate(caller, "start");
        if (order.program() != null && !log.hasProgram(caller.tenantId(), order.program())) {
            throw audit.refuse(caller, "program", order.program());
        }
        if (order.program() != null && !order.dryRun() && !order.asked() && onlyIfAsked()) {
            throw NightNotPossible.notAsked();
        }
        OptionalLong night = open(caller, order, RunTrigger.REQUESTED);
        if (night.isEmpty()) {
            throw new NightAlreadyRunning(log.active(caller.tenantId(), order.program()).orElse(0));
        }
        launching.wake();
        return night.getAsLong();
    }

    /** Whether programs must be left alone at this moment, unless they asked themselves (S10). */
    public boolean onlyIfAsked() {
        return silentAt(clock.instant());
    }

    private boolean silentAt(Instant at) {
        return seasons.current().mayWriteToPrograms(at).isAfter(at);
    }

    private OptionalLong open(Caller caller, Order order, RunTrigger trigger) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, seasons.current().zone());
        LocalDate date = order.date() == null ? today : order.date();
        if (date.isAfter(today)) {
            throw NightNotPossible.future();
        }
        // A past date has the rules of its own season.
        Season season = seasons.of(date);
        boolean late = trigger == RunTrigger.REQUESTED && date.isBefore(today);
        // Microseconds are what the database keeps; a restart must see the very same cut-off.
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        return log.open(
                caller,
                new NightLog.Plan(
                        season.code(),
                        date,
                        late ? NightHour.on(date, season) : at,
                        trigger,
                        at,
                        order,
                        jobs(order)));
    }

    private static List<ProgramJob> jobs(Order order) {
        if (order.onlyJob() != null) {
            ProgramJob only = NightProgram.get().job(order.onlyJob());
            if (only == null) {
                throw NightNotPossible.noSuchJob(order.onlyJob());
            }
            if (order.program() != null && !only.programs()) {
                throw NightNotPossible.notForOneProgram(only.name());
            }
            return List.of(only);
        }
        return NightProgram.get().jobs().stream()
                .filter(each -> order.program() == null || each.programs())
                .toList();
    }

    /**
     * Asks a night to stop. Its steps stop at their next chunk; the node that works on it hears of
     * it within a second.
     *
     * @throws NightNotPossible when it is over
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void stop(Caller caller, long night) {
        mayOperate(caller, "stop");
        long id = runs.night(caller, night).id();
        if (!log.askToStop(caller, id)) {
            throw NightNotPossible.overAlready();
        }
        launching.wake();
    }

    /**
     * Goes on with a night that failed or was stopped, with its own date, cut-off and order; what
     * is done stays done.
     *
     * @throws NightAlreadyRunning when it, or another one, is under way
     * @throws NightNotPossible when it is completed, or is for one program that must be left alone
     *     by now and was not when it was ordered: nobody stated then that it asked
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void restart(Caller caller, long night) {
        mayOperate(caller, "restart");
        NightView view = runs.night(caller, night);
        if (view.completed()) {
            throw NightNotPossible.overAlready();
        }
        if (view.program() != null
                && !view.dryRun()
                && onlyIfAsked()
                && !silentAt(view.requestedAt())) {
            throw NightNotPossible.notAskedThen();
        }
        if (!log.reopen(caller, view.id())) {
            throw new NightAlreadyRunning(
                    log.active(caller.tenantId(), view.program()).orElse(view.id()));
        }
        launching.wake();
    }

    /** From now on no scheduled night of the caller's institution begins. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void pause(Caller caller) {
        mayOperate(caller, "pause");
        log.pause(caller, true);
    }

    /** Scheduled nights begin again; one missed meanwhile is caught up as after an outage. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void resume(Caller caller) {
        mayOperate(caller, "resume");
        log.pause(caller, false);
    }

    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public boolean paused(Caller caller) {
        mayOperate(caller, "paused");
        return log.paused(caller.tenantId());
    }

    /**
     * Makes up for a scheduled night that never was; only the portal itself does so.
     *
     * @return the night's id; empty when that night has run, or another is under way
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public OptionalLong makeUp(Caller portal, LocalDate night) {
        if (!portal.isPortal()) {
            throw audit.refuse(portal, "night", night);
        }
        OptionalLong id = open(portal, new Order(night, null, null, false), RunTrigger.SCHEDULED);
        if (id.isPresent()) {
            launching.wake();
        }
        return id;
    }

    /** Starts what is due by schedule. Any number of nodes may call it at any time (NI-1). */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void startDue() {
        for (Tenant tenant : tenants.all()) {
            try {
                startDue(tenant);
            } catch (RuntimeException e) {
                // One institution's trouble must not cost the others their night.
                LOG.log(Level.ERROR, "The schedule of institution " + tenant.code() + " failed", e);
            }
        }
    }

    void startDue(Tenant tenant) {
        audit.beganAt(tenant.id())
                .flatMap(began -> NightHour.due(seasons.current(), clock.instant(), began))
                .filter(night -> !log.scheduled(tenant.id(), night))
                .filter(night -> !log.paused(tenant.id()))
                .ifPresent(night -> makeUp(Caller.portal(tenant.id()), night));
    }

    private void mayOperate(Caller caller, String what) {
        if (!caller.isPortal() && !caller.is(Role.COORDINATOR, Role.ADMINISTRATOR)) {
            throw audit.refuse(caller, "night", what);
        }
    }
}

package org.preceptorportal.night;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.shell.Tenants;

/** Starts nights: when somebody asks, and when their hour has come. */
@ApplicationScoped
public class Nights {
    @Inject RunLog log;
    @Inject NightJob job;
    @Inject Seasons seasons;
    @Inject Tenants tenants;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /**
     * Starts the night of the caller's institution now, in the background. It sees what is
     * committed by now: a transaction of the caller is left aside.
     *
     * @return the run's id
     * @throws NightAlreadyRunning when one is under way
     * @throws org.preceptorportal.shell.NotForCaller unless coordinator, administrator or the
     *     portal
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public long start(Caller caller) {
        if (!caller.isPortal() && !caller.is(Role.COORDINATOR, Role.ADMINISTRATOR)) {
            throw audit.refuse(caller, "night", "start");
        }
        Season season = seasons.current();
        LocalDate night = LocalDate.ofInstant(clock.instant(), season.zone());
        Optional<NightRun> run =
                log.request(caller, season.code(), night, RunTrigger.REQUESTED, now());
        if (run.isEmpty()) {
            throw new NightAlreadyRunning(log.active(caller.tenantId()).orElse(0));
        }
        job.launch(run.get());
        return run.get().run();
    }

    /**
     * Makes up for a scheduled night that never was; only the portal itself does so.
     *
     * @return the run's id; empty when that night has run, or another is under way
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public OptionalLong makeUp(Caller portal, LocalDate night) {
        if (!portal.isPortal()) {
            throw audit.refuse(portal, "night", night);
        }
        Optional<NightRun> run =
                log.request(portal, seasons.current().code(), night, RunTrigger.SCHEDULED, now());
        run.ifPresent(job::launch);
        return run.isPresent() ? OptionalLong.of(run.get().run()) : OptionalLong.empty();
    }

    /** Starts what is due by schedule. Any number of nodes may call it at any time (NI-1). */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void startDue() {
        Season season = seasons.current();
        for (Tenant tenant : tenants.all()) {
            audit.beganAt(tenant.id())
                    .flatMap(began -> NightHour.due(season, clock.instant(), began))
                    .filter(night -> !log.scheduled(tenant.id(), night))
                    .flatMap(
                            night ->
                                    log.request(
                                            Caller.portal(tenant.id()),
                                            season.code(),
                                            night,
                                            RunTrigger.SCHEDULED,
                                            now()))
                    .ifPresent(job::launch);
        }
    }

    // Microseconds are what the database keeps; a restart must see the very same cut-off.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

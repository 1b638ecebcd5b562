package org.preceptorportal.watch;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.night.NightHour;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.health.Probe;

/**
 * The nights that should have begun and did not: then {@code /health/ready} says so. A night that
 * began and failed is no missed one; the coordinators have mail about it. Paused nights are not
 * missed either.
 */
@ApplicationScoped
public class MissedNights implements Probe {
    /** How long after its hour, or after this portal's start, a night may still be on its way. */
    static final Duration GRACE = Duration.ofHours(1);

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Seasons seasons;
    @Inject Tenants tenants;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    @Override
    public String name() {
        return "nights";
    }

    @Override
    public void check() {
        for (Tenant tenant : tenants.all()) {
            // A demo is started and left as people like; nobody waits for its nights.
            Optional<LocalDate> missed = tenant.demo() ? Optional.empty() : of(tenant.id());
            if (missed.isPresent()) {
                throw new IllegalStateException(
                        "the night of %s of institution %s did not begin at %s: run it on the page Night, or pause the nights"
                                .formatted(
                                        missed.get(),
                                        tenant.code(),
                                        seasons.of(missed.get()).nightAt()));
            }
        }
    }

    /** When the next night is due. */
    public Instant next() {
        Season season = seasons.current();
        LocalDate today = LocalDate.ofInstant(clock.instant(), season.zone());
        Instant hour = NightHour.on(today, season);
        return hour.isAfter(clock.instant()) ? hour : NightHour.on(today.plusDays(1), season);
    }

    /** The newest night of an institution that is due, if it never began. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<LocalDate> of(long tenantId) {
        Instant started = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        return audit.beganAt(tenantId)
                .flatMap(began -> due(seasons.current(), began, started, clock.instant()))
                .filter(date -> !excused(tenantId, date));
    }

    /**
     * The night that must have begun by now.
     *
     * @param began the institution's first deed
     * @param started since when this portal runs: what was due before it first catches up
     */
    static Optional<LocalDate> due(Season season, Instant began, Instant started, Instant now) {
        LocalDate date = LocalDate.ofInstant(now, season.zone());
        if (NightHour.on(date, season).isAfter(now)) {
            date = date.minusDays(1);
        }
        Instant hour = NightHour.on(date, season);
        Instant from = hour.isAfter(started) ? hour : started;
        return began.isAfter(hour) || now.isBefore(from.plus(GRACE))
                ? Optional.empty()
                : Optional.of(date);
    }

    private boolean excused(long tenantId, LocalDate date) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select 1 from night where tenant_id = ? and night >= ? and only_job is"
                                        + " null and program_id is null and not dry_run union all"
                                        + " select 1 from night_pause where tenant_id = ? limit 1")) {
            select.setLong(1, tenantId);
            select.setObject(2, date);
            select.setLong(3, tenantId);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the nights cannot be read", e);
        }
    }
}

package org.preceptorportal.watch;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.access.Accounts;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.RunView;
import org.preceptorportal.night.Runs;
import org.preceptorportal.night.StepView;
import org.preceptorportal.notify.Outbox;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Dates;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.Words;

/**
 * One mail to each coordinator for a night that failed or left something out (S10): numbers and a
 * link, no names and no reasons, which may name somebody.
 */
@ApplicationScoped
public class NightMails {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Runs runs;
    @Inject Accounts accounts;
    @Inject Outbox outbox;
    @Inject Items items;
    @Inject Tenants tenants;
    @Inject Dates dates;
    @Inject Words words;

    @Inject
    @ConfigProperty(name = "portal.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    /** A night that somebody should know about. */
    public record Due(long tenantId, long nightId) {}

    /**
     * The nights of the last day that failed or left something out. A dry run is watched by whoever
     * asked for it, and one that somebody stopped surprises nobody.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Due> due() {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement(
                                "select n.tenant_id, n.id from night n where n.ended_at >"
                                        + " clock_timestamp() - interval '1 day' and not n.dry_run and"
                                        + " (n.status = 'FAILED' or n.status = 'COMPLETED' and exists"
                                        + " (select from run r join run_skip k on k.run_id = r.id where"
                                        + " r.night_id = n.id)) and not exists (select from mail m where"
                                        + " m.tenant_id = n.tenant_id and m.event_key = 'night-watch:' ||"
                                        + " n.id) order by n.ended_at");
                ResultSet row = select.executeQuery()) {
            List<Due> due = new ArrayList<>();
            while (row.next()) {
                due.add(new Due(row.getLong(1), row.getLong(2)));
            }
            return due;
        } catch (SQLException e) {
            throw new IllegalStateException("the nights cannot be read", e);
        }
    }

    /** Tells the coordinators; an institution without one has its administrators told. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void tell(Due due) {
        NightView night = runs.night(Caller.portal(due.tenantId()), due.nightId());
        if (night.active()) {
            return;
        }
        List<String> addresses = accounts.addresses(due.tenantId(), Role.COORDINATOR);
        if (addresses.isEmpty()) {
            addresses = accounts.addresses(due.tenantId(), Role.ADMINISTRATOR);
        }
        Tenant tenant = tenants.get(due.tenantId());
        String day = dates.day(night.night());
        String kind = night.completed() ? "mail.skipped" : "mail.failed";
        String subject = words.say("watch", kind + ".subject", day, night.skipped());
        String text =
                words.say(
                        "watch",
                        kind + ".body",
                        day,
                        night.made(),
                        night.unchanged(),
                        night.skipped(),
                        lines(night),
                        baseUrl + "/watch/night?id=" + night.id(),
                        tenant.name());
        for (String address : addresses) {
            outbox.send(due.tenantId(), "night-watch:" + night.id(), address, subject, text);
        }
    }

    private String lines(NightView night) {
        StringBuilder lines = new StringBuilder();
        for (RunView run : night.runs()) {
            String job = items.job(run.job());
            if (run.state().failed()) {
                lines.append(words.say("watch", "mail.line.failed", job)).append('\n');
            }
            for (StepView step : run.steps()) {
                if (step.skipped() > 0) {
                    lines.append(words.say("watch", "mail.line.skipped", job, step.skipped()))
                            .append('\n');
                }
            }
        }
        return lines.toString().strip();
    }
}

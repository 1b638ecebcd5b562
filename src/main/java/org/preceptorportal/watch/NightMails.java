package org.preceptorportal.watch;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.preceptorportal.access.Accounts;
import org.preceptorportal.night.Ended;
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

    /**
     * The nights that failed or left something out and of which nobody is told yet. A dry run is
     * watched by whoever asked for it, and one that somebody stopped surprises nobody.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Ended> due() {
        return Ended.where(
                database,
                "n.told_at is null and not n.dry_run and (n.status = 'FAILED' or n.status ="
                        + " 'COMPLETED' and exists (select from run r join run_skip k on k.run_id ="
                        + " r.id where r.night_id = n.id))");
    }

    /** Tells the coordinators; an institution without one has its administrators told. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void tell(Ended due) {
        NightView night = runs.night(Caller.portal(due.tenantId()), due.nightId());
        if (night.active() || !mark(due.nightId())) {
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

    // Of two nodes one does: the other waits for the row and finds it marked.
    private boolean mark(long night) {
        try (Connection c = database.getConnection();
                PreparedStatement update =
                        c.prepareStatement(
                                "update night set told_at = clock_timestamp() where id = ? and told_at"
                                        + " is null")) {
            update.setLong(1, night);
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the night cannot be marked", e);
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

package org.preceptorportal.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** Shows an institution's own people to its staff (RO-3). */
@ApplicationScoped
public class RosterDirectory {
    /** The people and places of one institution. */
    public record Everybody(
            List<Site> sites,
            List<Preceptor> preceptors,
            List<Learner> learners,
            List<Program> programs) {}

    @Inject Sites sites;
    @Inject Preceptors preceptors;
    @Inject Learners learners;
    @Inject Programs programs;
    @Inject AuditTrail audit;

    public Everybody everybody(Caller caller) {
        if (!caller.is(Role.COORDINATOR, Role.ADMINISTRATOR)) {
            throw audit.refuse(caller, "roster", caller.tenantId());
        }
        long tenant = caller.tenantId();
        return new Everybody(
                sites.all(tenant),
                preceptors.all(tenant),
                learners.all(tenant),
                programs.all(tenant));
    }
}

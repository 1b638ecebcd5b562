package org.preceptorportal.demo;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.preceptorportal.access.Accounts;
import org.preceptorportal.roster.ImportReport;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.Programs;
import org.preceptorportal.roster.RosterImport;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Tenant;
import org.preceptorportal.shell.Tenants;

/** The institution itself, its rosters and its staff. */
@ApplicationScoped
class DemoInstitution {
    private static final String CODE = "northgate";
    private static final ZoneId ZONE = ZoneId.of("America/Detroit");

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Tenants tenants;
    @Inject RosterImport rosters;
    @Inject Accounts accounts;
    @Inject Programs programs;
    @Inject Clock clock;

    /** In several transactions: each part is whole and is left alone when it is there already. */
    Tenant make() {
        Tenant tenant =
                tenants.byCode(CODE)
                        .orElseGet(
                                () ->
                                        tenants.add(
                                                new Tenant(
                                                        CODE,
                                                        "Northgate Clinical Education",
                                                        ZONE,
                                                        true)));
        ImportReport report =
                rosters.run(
                        Caller.portal(tenant.id()),
                        DemoFiles.rosters(LocalDate.now(clock.withZone(ZONE))));
        if (!report.clean()) {
            throw new IllegalStateException("a demo roster is faulty: " + report.faults().get(0));
        }
        for (DemoAccounts.Staff staff : DemoAccounts.STAFF) {
            Long program =
                    staff.program() == null
                            ? null
                            : programs.byCode(tenant.id(), staff.program())
                                    .map(Program::id)
                                    .orElseThrow();
            accounts.ensureStaff(
                    tenant.id(),
                    staff.role(),
                    staff.email(),
                    staff.name(),
                    program,
                    DemoAccounts.PASSWORD);
        }
        return tenant;
    }

    /** Hundreds of mails of a season that nobody lived through would only hide today's. */
    @Transactional
    void tidy(Tenant tenant) {
        try (Connection c = database.getConnection();
                PreparedStatement delete =
                        c.prepareStatement("delete from mail where tenant_id = ?")) {
            delete.setLong(1, tenant.id());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the demo's mails cannot be cleared", e);
        }
    }
}

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
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.preceptorportal.access.Accounts;
import org.preceptorportal.access.Assistants;
import org.preceptorportal.adviser.Advisers;
import org.preceptorportal.roster.ImportReport;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.Programs;
import org.preceptorportal.roster.RosterImport;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
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
    @Inject Preceptors preceptors;
    @Inject Assistants assistants;
    @Inject Advisers advisers;
    @Inject Learners learners;
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
        inviteAssistant(tenant);
        markAdviser(tenant);
        return tenant;
    }

    private void markAdviser(Tenant tenant) {
        Caller coordinator =
                new Caller(null, tenant.id(), Role.COORDINATOR, null, null, "Carla Mendes", null);
        if (advisers.all(coordinator).isEmpty()) {
            advisers.mark(
                    coordinator,
                    learners.byEmail(DemoAccounts.LEARNER).get(0).id(),
                    DemoAccounts.ADVISER_NAME,
                    DemoAccounts.ADVISER);
        }
    }

    private void inviteAssistant(Tenant tenant) {
        Caller preceptor =
                DemoEvaluations.as(
                        Caller.portal(tenant.id()),
                        preceptors.byEmail(DemoAccounts.PRECEPTOR).get(0));
        if (assistants.mine(preceptor).isEmpty()) {
            assistants.invite(preceptor, DemoAccounts.ASSISTANT_NAME, DemoAccounts.ASSISTANT);
        }
    }

    /**
     * Deletes all mails and the links in them, in the running transaction: what makes them calls
     * this before its end, so that no real mail server ever sees hundreds of mails of a season that
     * nobody lived through.
     */
    @Transactional
    public void tidy(long tenantId) {
        delete("delete from letter_news where tenant_id = ?", tenantId);
        delete("delete from mail where tenant_id = ?", tenantId);
        delete(
                "delete from sign_in_link where used_at is null"
                        + " and account_id in (select id from account where tenant_id = ?)",
                tenantId);
    }

    /** One step that mails somebody, without its mails. */
    @Transactional
    public <T> T quietly(long tenantId, Supplier<T> step) {
        T done = step.get();
        tidy(tenantId);
        return done;
    }

    private void delete(String sql, long tenantId) {
        try (Connection c = database.getConnection();
                PreparedStatement delete = c.prepareStatement(sql)) {
            delete.setLong(1, tenantId);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the demo's mails cannot be cleared", e);
        }
    }
}

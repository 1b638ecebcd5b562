package org.preceptorportal.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.preceptorportal.access.Accounts;
import org.preceptorportal.access.Assistants;
import org.preceptorportal.duty.Duties;
import org.preceptorportal.duty.DutyView;
import org.preceptorportal.reminder.Reminding;
import org.preceptorportal.reminder.Reminding.LeftOut;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenant;

/** Reminders on the real WAR with the real database, one institution a story (RE-1 to RE-7). */
@ArquillianTest
class RemindingIT {
    /** Two preceptors have six learners each. */
    private static final int TWELVE = 12;

    private static final String MAILS =
            "select count(*) from mail where tenant_id = ? and event_key like 'reminder:%'";
    private static final String STEPS = "select count(*) from reminder where tenant_id = ?";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Resource ManagedExecutorService threads;

    @Inject School school;
    @Inject Reminding reminding;
    @Inject Duties duties;
    @Inject Preceptors preceptors;
    @Inject Accounts accounts;
    @Inject Assistants assistants;

    @Test
    void sixLearnersAreOneDigest() throws SQLException {
        Tenant tenant = school.open("remind-six", TWELVE);

        reminding.remindNow(tenant);

        assertThat(count(MAILS, tenant)).isEqualTo(2);
        assertThat(count(STEPS, tenant)).isEqualTo(TWELVE);
        String text =
                one("select body from mail where tenant_id = ? and recipient like 'ana@%'", tenant);
        assertThat(text.split("/access/link\\?t=", -1).length - 1)
                .as("a link to each form and each way out of it, and one to all work")
                .isEqualTo(5 * 6 + 1);
        assertThat(text).contains("Learner 002", "Learner 012").doesNotContain("Learner 001");
        assertThat(
                        one(
                                        "select calendar from mail where tenant_id = ? and recipient like 'ana@%'",
                                        tenant)
                                .split("BEGIN:VEVENT", -1))
                .hasSize(6 + 1);
    }

    @Test
    void twoTicksAtOnceAndManyAfterSendEachReminderOnce() throws Exception {
        Tenant tenant = school.open("remind-once", TWELVE);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> ticks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ticks.add(
                    threads.submit(
                            () -> {
                                start.await();
                                reminding.remindNow(tenant);
                                return null;
                            }));
        }
        start.countDown();
        for (Future<?> tick : ticks) {
            tick.get(60, TimeUnit.SECONDS);
        }
        reminding.remindNow(tenant);

        assertThat(count(MAILS, tenant)).isEqualTo(2);
        assertThat(count(STEPS, tenant)).isEqualTo(TWELVE);
        assertThat(
                        count(
                                "select count(*) from reminder r where r.tenant_id = ? and not exists"
                                        + " (select from mail m where m.event_key = r.mail_key)",
                                tenant))
                .as("each step logged has its mail")
                .isZero();
    }

    @Test
    void everyExitEndsTheReminders() throws SQLException {
        Tenant tenant = school.open("remind-exits", TWELVE);
        Preceptor ana = preceptors.byCode(tenant.id(), "1234567893").orElseThrow();
        Preceptor omar = preceptors.byCode(tenant.id(), "1300451105").orElseThrow();
        Caller caller = school.as(ana);
        List<DutyView> owed = duties.owedBy(ana.id());
        assertThat(owed).hasSize(6);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        duties.insufficientContact(caller, owed.get(0).dutyId(), "Two half days only.");
        duties.notMine(caller, owed.get(1).dutyId(), null);
        duties.snooze(caller, owed.get(2).dutyId(), today.plusDays(3));
        duties.excuse(school.coordinator(tenant), owed.get(3).dutyId(), "Site closed.");
        duties.reassign(caller, owed.get(4).dutyId(), omar.id());
        reminding.remindNow(tenant);

        assertThat(
                        strings(
                                "select duty_id::text from reminder where tenant_id = ? and preceptor_id = "
                                        + ana.id(),
                                tenant))
                .containsExactly(Long.toString(owed.get(5).dutyId()));
        assertThat(
                        strings(
                                "select preceptor_id::text from reminder where tenant_id = ? and duty_id = "
                                        + owed.get(4).dutyId(),
                                tenant))
                .as("its new preceptor is reminded")
                .containsExactly(Long.toString(omar.id()));
        assertThat(count(MAILS, tenant)).isEqualTo(2);
    }

    @Test
    void theDigestNamesTheAssistantsWhoGetNone() throws SQLException {
        Tenant tenant = school.open("remind-help", 2);
        Preceptor ana = preceptors.byCode(tenant.id(), "1234567893").orElseThrow();
        assistants.invite(school.as(ana), "Ida Holm", "ida@remind-help.example");

        reminding.remindNow(tenant);

        assertThat(
                        one(
                                "select body from mail where tenant_id = ? and recipient like 'ana@%'",
                                tenant))
                .contains("Ida Holm can prepare the answers");
        assertThat(count(MAILS, tenant)).isEqualTo(2);
    }

    @Test
    void whatWasSubmittedIsNotAskedFor() throws SQLException {
        Tenant tenant = school.open("remind-done", 4);
        school.evaluateAll(tenant);

        reminding.remindNow(tenant);

        assertThat(count(MAILS, tenant)).isZero();
    }

    @Test
    void handedOverAfterAReminderTheLadderBeginsForTheNewPreceptor() throws SQLException {
        Tenant tenant = school.open("remind-over", TWELVE);
        Preceptor ana = preceptors.byCode(tenant.id(), "1234567893").orElseThrow();
        Preceptor omar = preceptors.byCode(tenant.id(), "1300451105").orElseThrow();
        reminding.remindNow(tenant);
        long duty = duties.owedBy(ana.id()).get(0).dutyId();

        duties.reassign(school.as(ana), duty, omar.id());
        reminding.remindNow(tenant);

        assertThat(
                        strings(
                                "select preceptor_id::text from reminder where tenant_id = ? and duty_id = "
                                        + duty
                                        + " order by sent_at",
                                tenant))
                .containsExactly(Long.toString(ana.id()), Long.toString(omar.id()));
        assertThat(count(MAILS, tenant)).isEqualTo(3);
    }

    @Test
    void aReminderAskedForLaterComesOnThatDay() throws SQLException {
        Tenant tenant = school.open("remind-later", 2);
        reminding.remindNow(tenant);
        assertThat(count(MAILS, tenant)).isEqualTo(2);
        // A snooze that ended yesterday, after the last step of the ladder.
        change(
                "update duty set snoozed_until = current_date - 1 where tenant_id = ? and preceptor_id ="
                        + " (select id from preceptor where tenant_id = duty.tenant_id and npi = '1234567893')",
                tenant);

        reminding.remindNow(tenant);
        reminding.remindNow(tenant);

        assertThat(count(MAILS, tenant)).as("once").isEqualTo(3);
    }

    @Test
    void coordinatorsAreToldOnceOfWhatNobodyAnswers() throws SQLException {
        Tenant tenant = school.open("remind-told", TWELVE);
        for (String who : List.of("carla", "cyril")) {
            accounts.ensureStaff(
                    tenant.id(),
                    Role.COORDINATOR,
                    who + "@remind-told.example",
                    who,
                    null,
                    "long enough for this");
        }

        reminding.escalate(tenant, false);
        reminding.escalate(tenant, false);

        assertThat(
                        strings(
                                "select recipient from mail where tenant_id = ? and event_key like"
                                        + " 'escalation:%' order by 1",
                                tenant))
                .containsExactly("carla@remind-told.example", "cyril@remind-told.example");
        assertThat(count(STEPS + " and step = 'escalation'", tenant)).isEqualTo(TWELVE);
    }

    @Test
    void nobodyIsRemindedInTheirNight() throws SQLException {
        Tenant tenant = school.open("remind-night", 2);
        // Where it is three in the morning now.
        int offset =
                Math.floorMod(3 - java.time.Instant.now().atZone(ZoneOffset.UTC).getHour(), 24);
        int hours = offset > 12 ? offset - 24 : offset;
        change(
                "update site set time_zone = 'Etc/GMT%+d' where tenant_id = ?".formatted(-hours),
                tenant);

        assertThat(reminding.toRemind(tenant.id(), true)).isEmpty();
        reminding.remindAll();

        assertThat(count(MAILS, tenant)).isZero();
    }

    @Test
    void byHandGoesOnceADayAndSaysWhoWasLeftOut() throws SQLException {
        Tenant tenant = school.open("remind-hand", TWELVE);
        Tenant other = school.open("remind-hand2", 2);
        Caller coordinator = school.coordinator(tenant);
        Preceptor ana = preceptors.byCode(tenant.id(), "1234567893").orElseThrow();
        List<DutyView> owed = duties.owedBy(ana.id());
        long foreign = duties.owedIn(other.id()).get(0).dutyId();
        duties.snooze(
                school.as(ana), owed.get(0).dutyId(), LocalDate.now(ZoneOffset.UTC).plusDays(5));
        List<Long> chosen =
                List.of(owed.get(0).dutyId(), owed.get(1).dutyId(), owed.get(2).dutyId(), foreign);

        Reminding.Outcome first = reminding.remind(coordinator, chosen);
        Reminding.Outcome second = reminding.remind(coordinator, chosen);

        assertThat(first.mails()).isEqualTo(1);
        assertThat(first.duties()).isEqualTo(2);
        assertThat(first.leftOut()).isEqualTo(Map.of(LeftOut.SNOOZED, 1, LeftOut.NOT_OWED, 1));
        assertThat(second.mails()).isZero();
        assertThat(second.leftOut())
                .isEqualTo(Map.of(LeftOut.SNOOZED, 1, LeftOut.NOT_OWED, 1, LeftOut.TODAY, 2));
        assertThat(count(MAILS, tenant)).isEqualTo(1);
        assertThat(count(MAILS, other)).isZero();
        assertThatThrownBy(() -> reminding.remind(school.as(ana), chosen))
                .isInstanceOf(NotForCaller.class);
    }

    private int count(String sql, Tenant tenant) throws SQLException {
        return Integer.parseInt(one(sql, tenant));
    }

    private String one(String sql, Tenant tenant) throws SQLException {
        return strings(sql, tenant).get(0);
    }

    private List<String> strings(String sql, Tenant tenant) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            select.setLong(1, tenant.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    private void change(String sql, Tenant tenant) throws SQLException {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement(sql)) {
            update.setLong(1, tenant.id());
            update.executeUpdate();
        }
    }
}

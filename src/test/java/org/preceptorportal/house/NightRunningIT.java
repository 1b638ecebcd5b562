package org.preceptorportal.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.preceptorportal.night.NightAlreadyRunning;
import org.preceptorportal.night.NightNotPossible;
import org.preceptorportal.night.NightView;
import org.preceptorportal.night.Order;
import org.preceptorportal.night.RunState;
import org.preceptorportal.night.RunTrigger;
import org.preceptorportal.night.RunView;
import org.preceptorportal.night.StepView;
import org.preceptorportal.night.TakeOver;
import org.preceptorportal.packet.PacketNow;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.NotForCaller;
import org.preceptorportal.shell.PortalClock;
import org.preceptorportal.shell.Tenant;

/** Who begins a night, who ends it, and what befalls it meanwhile. */
@ArquillianTest
class NightRunningIT extends HouseStory {
    @Inject TakeOver takeOver;
    @Inject PortalClock clock;
    @Resource ManagedThreadFactory threads;
    @Inject PacketNow packetNow;
    @Inject Seasons seasons;

    /** Stopped in the middle by a person, then restarted by two at once. */
    @Test
    void s5_aStoppedNightStaysStoppedUntilOneOfTwoRestartsGoesOn() throws Exception {
        Tenant tenant = school.open("stop", 300);
        school.evaluateAll(tenant);
        Caller coordinator = school.coordinator(tenant);
        FailingBlobs.holdAfter(60);
        long id = nights.start(coordinator);
        FailingBlobs.awaitHeld();
        nights.stop(coordinator, id);
        FailingBlobs.heal();
        NightView stopped = ended(tenant, id);
        assertThat(stopped.status()).isEqualTo("STOPPED");
        assertThat(job(stopped, "skill-reports").state()).isEqualTo(RunState.STOPPED);
        assertThat(job(stopped, "letter-packets").state()).isEqualTo(RunState.WAITING);
        StepView step = step(stopped, "clinical-skill-reports");
        assertThat(step.read()).as("whole chunks only").isEqualTo(step.made()).isLessThan(300);
        assertThat(step.expected()).isEqualTo(300);
        assertThat(step.made()).isEqualTo(reports(tenant));
        takeOver.now();
        assertThat(runs.night(coordinator, id).status()).as("NI-8").isEqualTo("STOPPED");

        AtomicInteger won = new AtomicInteger();
        List<Thread> two = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            two.add(
                    threads.newThread(
                            () -> {
                                nights.restart(coordinator, id);
                                won.incrementAndGet();
                            }));
        }
        FailingBlobs.holdAfter(0);
        two.forEach(Thread::start);
        for (Thread each : two) {
            each.join();
        }
        FailingBlobs.heal();
        assertThat(won).as("NI-3").hasValue(1);
        NightView night = ended(tenant, id);
        assertThat(night.status()).isEqualTo("COMPLETED");
        assertThat(night.cutoff()).isEqualTo(stopped.cutoff());
        assertThat(step(night, "clinical-skill-reports").read()).isEqualTo(300);
        assertThat(step(night, "clinical-skill-reports").made()).isEqualTo(300);
        assertThat(reports(tenant)).isEqualTo(300);
        assertThatThrownBy(() -> nights.restart(coordinator, id))
                .isInstanceOf(NightNotPossible.class);
    }

    @Test
    void ni11_aStoreThatRefusesForAMomentCostsTheNightNothing() throws Exception {
        Tenant tenant = school.open("refuses", 60);
        school.evaluateAll(tenant);
        Caller coordinator = school.coordinator(tenant);
        FailingBlobs.failAfter(70);
        long id = nights.start(coordinator);
        waitUntil(
                "select count(*) from run_retry t join run r on r.id = t.run_id where r.night_id = ?",
                id);
        FailingBlobs.heal();
        NightView night = ended(tenant, id);
        assertThat(night.status()).isEqualTo("COMPLETED");
        assertThat(night.failure()).isNull();
        assertThat(job(night, "skill-reports").retries()).isNotEmpty();
        assertThat(job(night, "skill-reports").retries().get(0).failure())
                .isEqualTo("clinical-skill-reports: IOException");
        StepView step = step(night, "clinical-skill-reports");
        assertThat(step.read()).as("each learner once, over all tries").isEqualTo(60);
        assertThat(step.made()).isEqualTo(60).isEqualTo(reports(tenant));
    }

    @Test
    void ni11_aDatabaseThatThrowsEverybodyOutForAMomentCostsTheNightNothing() throws Exception {
        Tenant tenant = school.open("thrown-out", 60);
        school.evaluateAll(tenant);
        Caller coordinator = school.coordinator(tenant);
        FailingBlobs.holdAfter(70);
        long id = nights.start(coordinator);
        FailingBlobs.awaitHeld();
        try (Connection c = database.getConnection();
                Statement statement = c.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
                            + " current_database() and pid <> pg_backend_pid() and backend_type ="
                            + " 'client backend'");
        }
        FailingBlobs.heal();
        // Connections of the pool that were thrown out are noticed within two seconds.
        Thread.sleep(3000);
        NightView night = ended(tenant, id);
        assertThat(night.status()).isEqualTo("COMPLETED");
        assertThat(job(night, "skill-reports").retries()).isNotEmpty();
        StepView step = step(night, "clinical-skill-reports");
        assertThat(step.read()).isEqualTo(60);
        assertThat(step.made()).isEqualTo(60).isEqualTo(reports(tenant));
    }

    /** As another node would: it raises the epoch while this one is in the middle of its chunks. */
    @Test
    void ni2_aNodeThatWasTakenOverCommitsNoMoreAndTheNextOneFinishes() throws Exception {
        Tenant tenant = school.open("taken", 120);
        school.evaluateAll(tenant);
        Caller coordinator = school.coordinator(tenant);
        FailingBlobs.holdAfter(60);
        long id = nights.start(coordinator);
        FailingBlobs.awaitHeld();
        long run = job(runs.night(coordinator, id), "skill-reports").id();
        update("update run set epoch = epoch + 1, owner = 'elsewhere' where id = ?", run);
        update("update run_part set epoch = epoch + 1 where run_id = ?", run);
        int before = reports(tenant);
        FailingBlobs.heal();
        waitUntil(
                "select count(*) from jb_executioninstancedata where batchstatus = 'FAILED' and"
                        + " jobexecid = (select execution_id from run where id = ?)",
                run);
        assertThat(reports(tenant)).as("nothing after the take-over").isEqualTo(before);
        NightView lost = runs.night(coordinator, id);
        assertThat(lost.status()).isEqualTo("RUNNING");
        assertThat(step(lost, "clinical-skill-reports").made()).isEqualTo(before);

        update("update run set lease_until = now() - interval '1 second' where id = ?", run);
        takeOver.tick();
        NightView night = ended(tenant, id);
        assertThat(night.status()).isEqualTo("COMPLETED");
        assertThat(job(night, "skill-reports").epoch()).isEqualTo(3);
        assertThat(step(night, "clinical-skill-reports").made()).isEqualTo(120);
        assertThat(reports(tenant)).isEqualTo(120);
    }

    @Test
    void ni5_aPausedInstitutionHasNoScheduledNightAndOneOnlyWhenItGoesOn() throws SQLException {
        Tenant tenant = school.open("pause", 1);
        Caller coordinator = school.coordinator(tenant);
        Instant due =
                ZonedDateTime.now(ZoneId.of("America/New_York"))
                        .plusDays(1)
                        .withHour(4)
                        .toInstant();
        nights.pause(coordinator);
        takeOver.startDue(tenant, due);
        assertThat(runs.nights(coordinator, 9)).isEmpty();
        nights.resume(coordinator);
        takeOver.startDue(tenant, due);
        takeOver.startDue(tenant, due);
        assertThat(runs.nights(coordinator, 9))
                .singleElement()
                .extracting(NightView::trigger)
                .isEqualTo(RunTrigger.SCHEDULED);
        ended(tenant, runs.nights(coordinator, 1).get(0).id());
        takeOver.startDue(tenant, due);
        assertThat(runs.nights(coordinator, 9)).hasSize(1);
    }

    @Test
    void ni10_whatFailedAsTheNodeWentDownGoesOnUnlessPausedOrDry() throws Exception {
        Tenant tenant = school.open("left", 30);
        school.evaluateAll(tenant);
        Caller coordinator = school.coordinator(tenant);
        FailingBlobs.failAfter(20);
        NightView failed = run(tenant);
        assertThat(failed.status()).isEqualTo("FAILED");
        FailingBlobs.heal();
        nights.pause(coordinator);
        takeOver.now();
        assertThat(runs.night(coordinator, failed.id()).status()).isEqualTo("FAILED");
        nights.resume(coordinator);
        change("update night set dry_run = true where tenant_id = ?", tenant);
        takeOver.now();
        assertThat(runs.night(coordinator, failed.id()).status()).isEqualTo("FAILED");
        change("update night set dry_run = false where tenant_id = ?", tenant);
        takeOver.now();
        assertThat(ended(tenant, failed.id()).status()).isEqualTo("COMPLETED");
    }

    /** The night is held in its first job; the program's own night is not. */
    @Test
    void oneProgramsNightRunsBesideTheInstitutions() throws SQLException {
        Tenant tenant = school.open("lane", 2);
        school.evaluateAll(tenant);
        school.letter(tenant, "L001");
        Caller coordinator = school.coordinator(tenant);
        long program = school.program(tenant).id();
        Order lane = new Order(null, null, program, false);
        update(
                "insert into night (id, tenant_id, season, night, trigger, requested_by, requested_at,"
                        + " cutoff, status, stop_asked) values (-1, ?, '2027', now(), 'REQUESTED',"
                        + " 'test', now(), now(), 'RUNNING', true)",
                tenant.id());
        update(
                "insert into run (id, night_id, tenant_id, job, status, lease_until) values (-1, -1, ?,"
                        + " 'skill-reports', 'STARTED', now() + interval '1 hour')",
                tenant.id());
        assertThatThrownBy(() -> nights.start(coordinator)).isInstanceOf(NightAlreadyRunning.class);
        NightView night = ended(tenant, nights.start(coordinator, lane));
        assertThat(night.status()).isEqualTo("COMPLETED");
        assertThat(night.runs()).extracting(RunView::job).containsExactly("letter-packets");
        assertThat(step(night, "letter-packets").made()).isEqualTo(1);
        update(
                "update run set status = 'STOPPED' where night_id = -1 and tenant_id = ?",
                tenant.id());
        assertThat(ended(tenant, -1).status()).isEqualTo("STOPPED");
        assertThat(run(tenant).status()).isEqualTo("COMPLETED");
        assertThatThrownBy(() -> nights.start(school.coordinator(school.open("lane-b", 1)), lane))
                .isInstanceOf(NotForCaller.class);
    }

    /** S10: whichever way somebody starts it. */
    @Test
    void s10_inTheDaysOfSilenceOneProgramsNightNeedsTheWordThatItAsked() throws Exception {
        Tenant tenant = school.open("silence", 1);
        school.letter(tenant, "L001");
        Caller coordinator = school.coordinator(tenant);
        long program = school.program(tenant).id();
        Instant silence = seasons.get("2027").soap().from().plus(Duration.ofHours(1));
        Order unasked = new Order(null, "letter-packets", program, false);

        FailingBlobs.failAfter(0);
        AtomicLong before = new AtomicLong();
        clock.at(
                silence.minus(Duration.ofDays(1)),
                () -> before.set(nights.start(coordinator, unasked)));
        assertThat(ended(tenant, before.get()).status()).isEqualTo("FAILED");
        FailingBlobs.heal();

        AtomicLong made = new AtomicLong();
        clock.at(
                silence,
                () -> {
                    for (Order order : List.of(unasked, new Order(null, null, program, false))) {
                        assertThatThrownBy(() -> nights.start(coordinator, order))
                                .isInstanceOf(NightNotPossible.class);
                    }
                    assertThatThrownBy(() -> packetNow.make(coordinator, program, false))
                            .isInstanceOf(NightNotPossible.class);
                    assertThatThrownBy(() -> nights.restart(coordinator, before.get()))
                            .as("ordered when no word was needed")
                            .isInstanceOf(NightNotPossible.class);
                    assertThat(packetNow.onlyIfAsked(coordinator)).isTrue();
                    made.set(
                            nights.start(
                                    coordinator,
                                    new Order(null, "letter-packets", program, false, true)));
                });
        assertThat(step(ended(tenant, made.get()), "letter-packets").made()).isEqualTo(1);
        clock.at(silence, () -> made.set(packetNow.make(school.staff(tenant), program, false)));
        assertThat(ended(tenant, made.get()).made()).as("it is there").isZero();
        assertThat(
                        strings(
                                "select detail from audit_event where tenant_id = ? and action in"
                                        + " ('night.started', 'packet.ordered') order by number",
                                tenant.id()))
                .containsExactly(
                        "by request",
                        "by request, the program asked",
                        "by request, the program asked",
                        "night " + made.get() + ", the program asked");
    }

    private int reports(Tenant tenant) throws SQLException {
        return count("select count(*) from skill_report where tenant_id = ?", tenant);
    }

    private void waitUntil(String counts, long id) throws Exception {
        for (int i = 0; i < 200; i++) {
            if (Integer.parseInt(strings(counts, id).get(0)) > 0) {
                return;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("never: " + counts);
    }
}

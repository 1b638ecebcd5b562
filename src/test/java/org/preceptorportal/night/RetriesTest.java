package org.preceptorportal.night;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.batch.runtime.BatchStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.database.FreshDatabase;

/** NI-11. */
class RetriesTest {
    private static final NightRun RUN =
            new NightRun(
                    3, 2, "x", 1, "2027", LocalDate.of(2026, 11, 20), Instant.EPOCH, 1, 0, false);

    @TempDir Path folder;

    @Test
    void aRestartGivesAllTriesAgainAndTheNightStillTellsOfTheFormer() throws Exception {
        try (FreshDatabase database = FreshDatabase.in(folder)) {
            database.run(
                    "insert into tenant values (1, 'north', 'North', 'America/New_York')",
                    "insert into night (id, tenant_id, season, night, trigger, requested_by,"
                            + " requested_at, cutoff, status) values (2, 1, '2027', '2026-11-20',"
                            + " 'SCHEDULED', 'Portal', now(), now(), 'RUNNING')",
                    "insert into run (id, tenant_id, night_id, job, status, epoch) values (3, 1, 2,"
                            + " 'x', 'STARTED', 1)");
            RunLog runs = new RunLog();
            runs.database = database.source();
            runs.retryAfter = List.of(Duration.ofSeconds(5), Duration.ofSeconds(20));
            NightLog nights = new NightLog();
            nights.database = database.source();
            nights.audit =
                    new AuditTrail() {
                        @Override
                        public void record(
                                Caller who, String action, String type, Object id, String detail) {}
                    };

            for (int go = 1; go <= 3; go++) {
                for (String after : List.of("WAITING", "WAITING", "FAILED")) {
                    runs.ended(RUN, BatchStatus.FAILED, new Fault("go " + go, true));
                    assertThat(database.ask("select status from run")).isEqualTo(after);
                }
                assertThat(
                                database.ask(
                                        "select string_agg(failure, ', ' order by number) from run_retry"))
                        .isEqualTo(
                                List.of(
                                                "go 1, go 1",
                                                "go 1, go 1, go 2, go 2",
                                                "go 1, go 1, go 2, go 2, go 3, go 3")
                                        .get(go - 1));
                database.run("update night set status = 'FAILED'");
                assertThat(nights.reopen(Caller.portal(1), 2)).isTrue();
            }
        }
    }
}

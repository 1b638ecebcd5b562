package org.preceptorportal.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.database.FreshDatabase;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;

/** Which kept report counts, on a real database. */
class NewestReportsTest {
    private static final Sha256 FILE = Sha256.of(new byte[0]);
    private static final Instant EARLY = Instant.parse("2026-11-01T01:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-09T01:00:00Z");

    @TempDir static Path folder;
    private static FreshDatabase database;
    private static GroupReports reports;

    @BeforeAll
    static void start() throws Exception {
        database = FreshDatabase.in(folder);
        database.run(
                "insert into tenant values (1, 'north', 'North', 'America/New_York')",
                "insert into site values (2, 1, 'S1', 'North', '1 Main St', 'Ann Arbor', 'MI',"
                        + " '48104', null, 'America/Detroit')",
                "insert into preceptor values (3, 1, '1234567893', 'Ana Ruiz', 'MD', null, 'IM',"
                        + " 'ana@x', null, 2)",
                "insert into blob values ('%s', 0, 0, now())".formatted(FILE));
        night(100, LATE);
        night(101, EARLY);
        reports = new GroupReports();
        reports.database = database.source();
        reports.clock = Clock.systemUTC();
        reports.blobs =
                new Blobs() {
                    @Override
                    public void keep(Collection<Blob> prepared) {}

                    @Override
                    public void sync() {}
                };
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void aNightOfAPastDateReplacesNothingThatALaterOneMade() {
        assertThat(reports.keep(100, 1, "2026", List.of(made("late")))).isEqualTo(1);
        assertThat(reports.keep(101, 1, "2026", List.of(made("early")))).isEqualTo(1);
        assertThat(reports.keep(101, 1, "2026", List.of(made("late")))).isZero();
        assertThat(reports.newestKeys(1, "2026", LATE)).containsValue(key("late"));
        assertThat(reports.newestKeys(1, "2026", EARLY)).containsValue(key("early"));
        Caller ana = new Caller(1L, 1, Role.PRECEPTOR, 3L, null, "Ana", null);
        long newest = reports.own(ana).orElseThrow().id();
        long old = Long.parseLong(database.ask("select id from figure_report where run_id = 101"));
        assertThat(reports.get(ana, old).id()).as("seen before the night").isEqualTo(newest);
        assertThat(database.ask("select run_id from figure_report where id = " + newest))
                .isEqualTo("100");
    }

    private static MadeGroup<Blob> made(String inputs) {
        Blob file = Blob.of(new byte[0]);
        return new MadeGroup<>(GroupKind.PRECEPTOR, 3, key(inputs), file, file, 5, EARLY);
    }

    private static Sha256 key(String inputs) {
        return Sha256.ofInputs(inputs);
    }

    private static void night(long id, Instant cutoff) {
        database.run(
                "insert into night (id, tenant_id, season, night, trigger, requested_by,"
                        + " requested_at, cutoff, status) values (%d, 1, '2026', '2026-11-01',"
                                .formatted(id)
                        + " 'REQUESTED', 'Carla', now(), '%s', 'COMPLETED')".formatted(cutoff),
                "insert into run (id, tenant_id, night_id, job, status) values (%d, 1, %d, 'x',"
                                .formatted(id, id)
                        + " 'COMPLETED')");
    }
}

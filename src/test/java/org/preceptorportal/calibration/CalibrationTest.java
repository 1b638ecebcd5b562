package org.preceptorportal.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.fairness.FairScore;
import org.preceptorportal.fairness.Leniency;
import org.preceptorportal.fairness.NotEstimable;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Sheets;
import org.preceptorportal.observed.Slice;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.database.FreshDatabase;
import org.preceptorportal.store.Sha256;

/** CA-1, CA-2: which evaluations a calibration takes, on a real database. */
class CalibrationTest {
    @TempDir static Path folder;

    @Test
    void setDaysBringCalibrationsAndWhatIsRewrittenCountsOnce() throws Exception {
        Seasons seasons = new Seasons();
        seasons.read();
        Season season = seasons.get("2027");
        try (FreshDatabase database = FreshDatabase.in(folder)) {
            database.run(
                    // Whose they are does not matter here.
                    "do $$ declare c record; begin for c in select conname, conrelid::regclass t"
                            + " from pg_constraint where contype = 'f' and conrelid in"
                            + " ('evaluation'::regclass, 'rotation'::regclass,"
                            + " 'figure_stratum'::regclass, 'figure_score'::regclass,"
                            + " 'figure_leniency'::regclass) loop execute"
                            + " format('alter table %s drop constraint %I', c.t, c.conname); end"
                            + " loop; end $$",
                    "alter table evaluation disable trigger user",
                    "insert into tenant values (1, 'north', 'North', 'America/New_York')",
                    // One each day from September 1 on; each third is rewritten an hour later.
                    "insert into rotation select n, 1, 'R' || n, 1, 1, 1, 'ELECTIVE', 'IM', 'WARD',"
                            + " date '2026-08-01', date '2026-08-28', 40 from generate_series(1, 70) n",
                    "insert into evaluation (id, tenant_id, rotation_id, learner_id, preceptor_id,"
                            + " phase, form, form_version, status, started_at, saved_at, submitted_at,"
                            + " version, superseded_by) select n, 1, n, 1, 1, 'FINAL', 'x', 1,"
                            + " 'SUBMITTED', t, t, t, 1, case when n % 3 = 0 then n + 1000 end from"
                            + " generate_series(1, 70) n, lateral (select timestamptz"
                            + " '2026-09-01T12:00Z' + (n - 1) * interval '1 day') at(t)",
                    "insert into evaluation (id, tenant_id, rotation_id, learner_id, preceptor_id,"
                            + " phase, form, form_version, status, started_at, saved_at,"
                            + " submitted_at, version, amends_id) select n + 1000, 1, n, 1, 1,"
                            + " 'FINAL', 'x', 1, 'SUBMITTED', t, t, t, 1, n from generate_series(3,"
                            + " 69, 3) n, lateral (select timestamptz '2026-09-01T13:00Z' + (n - 1)"
                            + " * interval '1 day') at(t)",
                    "insert into figure_stratum (id, tenant_id, season, domain, scale, input_key,"
                            + " method, cutoff, evaluations, run_id, made_at) values (1, 1, '2027',"
                            + " 'care', 'x', repeat('a', 64), 'm', '2026-10-31T12:00Z', 61, 1,"
                            + " now()), (2, 1, '2027', 'care', 'x', repeat('b', 64), 'm',"
                            + " '2026-11-08T12:00Z', 69, 1, now())");
            try (Connection c = database.source().getConnection()) {
                assertThat(at(c, season, "2026-09-19T15:00:00Z")).isNull();
                // Twenty are there: the first, whatever the day.
                assertThat(at(c, season, "2026-09-20T15:00:00Z").evaluations()).isEqualTo(20);
                assertThat(at(c, season, "2026-09-30T15:00:00Z").evaluations()).isEqualTo(20);
                // Thirty were there when October began.
                assertThat(at(c, season, "2026-10-01T05:00:00Z").evaluations()).isEqualTo(30);
                assertThat(at(c, season, "2026-10-09T15:00:00Z").evaluations()).isEqualTo(30);
                assertThat(at(c, season, "2026-10-10T15:00:00Z").evaluations()).isEqualTo(40);
                Calibration last = at(c, season, "2026-11-09T15:00:00Z");
                assertThat(last.evaluations()).isEqualTo(61);
                assertThat(last.cutoff()).isEqualTo("2026-10-31T12:00:00Z");
                assertThat(new Sheets(c, 1, last.cutoff()).which(last.from(), last.until()).ids())
                        .as("as many as it says")
                        .hasSize(61)
                        .contains(1060L, 61L)
                        .doesNotContain(57L, 60L);
                readsAtOnceWhatStandsAndWhatStood(c, season);
            }
            Calibrations kept = new Calibrations();
            kept.database = database.source();
            kept.seasons = seasons;
            assertThat(kept.cutoff(1, "2027", Instant.parse("2026-09-19T15:00:00Z")))
                    .isEqualTo(Instant.EPOCH);
            Instant cutoff = kept.cutoff(1, "2027", Instant.parse("2026-11-09T15:00:00Z"));
            assertThat(kept.keys(1, "2027", cutoff))
                    .as("not the later one, which belongs to another night")
                    .containsExactly("a".repeat(64));
            aCorrectionTakenBackTakesItsFiguresBack(kept, database.source(), season);
        }
    }

    /** Those of before are kept, but it is the last that stand. */
    private static void aCorrectionTakenBackTakesItsFiguresBack(
            Calibrations kept, DataSource database, Season season) throws Exception {
        kept.clock = Clock.systemUTC();
        Calibration calibration;
        try (Connection c = database.getConnection()) {
            calibration = at(c, season, "2026-11-09T15:00:00Z");
        }
        SortedMap<Long, FairScore> scores = new TreeMap<>();
        scores.put(4L, new FairScore(3.1, 0.1 + 0.2, 1e-9, 10 / 3.0, 0.7, 4, 7, 5, null));
        scores.put(5L, FairScore.notEstimable(NotEstimable.UNLINKED, 2.5, 2, 1));
        SortedMap<Long, Leniency> leniencies = new TreeMap<>();
        leniencies.put(6L, new Leniency(-0.25, -1 / 3.0, 0.1, 8, 3, 2, null));
        leniencies.put(7L, Leniency.notEstimable(NotEstimable.NOT_RATED, 0, 0, 0));
        Stratum stratum =
                new Stratum(new Slice(false, "care", "x"), scores, leniencies, null, null);
        Sha256 one = Sha256.ofInputs(1);
        Sha256 two = Sha256.ofInputs(2);
        for (Sha256 key : List.of(one, two, one)) {
            assertThat(kept.keys(1, "2027", calibration.cutoff()))
                    .as("not known, so it is fitted")
                    .doesNotContain(key.hex());
            kept.keep(1, calibration, key, stratum);
            assertThat(kept.keys(1, "2027", calibration.cutoff())).containsExactly(key.hex());
            assertThat(kept.whole(1, "2027", calibration.cutoff()).strata())
                    .as("to the last bit")
                    .containsExactly(stratum);
        }
    }

    private static void readsAtOnceWhatStandsAndWhatStood(Connection c, Season season)
            throws Exception {
        // Number 60 was rewritten half an hour later.
        Instant then = Instant.parse("2026-10-30T12:30:00Z");
        Sheets now = new Sheets(c, 1, Instant.parse("2026-11-09T15:00:00Z"));
        Sheets.Twice twice = now.endedTwice(season.firstDay(), season.lastDay(), then);
        assertThat(ids(twice.now()))
                .isEqualTo(ids(now.ended(season.firstDay(), season.lastDay())))
                .contains(1060L)
                .doesNotContain(60L);
        assertThat(ids(twice.then()))
                .isEqualTo(ids(new Sheets(c, 1, then).ended(season.firstDay(), season.lastDay())))
                .contains(60L)
                .doesNotContain(1060L);
    }

    private static List<Long> ids(List<Sheet> sheets) {
        return sheets.stream().map(Sheet::id).toList();
    }

    private static Calibration at(Connection c, Season season, String night) throws Exception {
        return Calibration.at(c, 1, season, Instant.parse(night)).orElse(null);
    }
}

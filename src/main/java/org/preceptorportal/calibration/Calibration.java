package org.preceptorportal.calibration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Sheets;
import org.preceptorportal.observed.Slice;
import org.preceptorportal.season.Season;
import org.preceptorportal.store.Sha256;

/**
 * What learners and raters are compared on: the finals of rotations that ended in the season or in
 * the year before it, up to a submission that the data and the season's set days determine (CA-1).
 *
 * @param cutoff the newest submission that an evaluation in it first had
 * @param evaluations how many there are, each counted once however often it was rewritten (CA-2)
 */
public record Calibration(
        long tenant,
        String season,
        LocalDate from,
        LocalDate until,
        Instant cutoff,
        int evaluations,
        FigureRules rules) {
    /** Evaluations by their first submission: what rewrites another is no further one. */
    private static final String FIRST =
            " from evaluation e join rotation r on r.id = e.rotation_id where e.tenant_id = ?"
                    + " and e.status = 'SUBMITTED' and e.phase = 'FINAL'"
                    + " and r.end_date between ? and ? and e.submitted_at <= ?"
                    + " and e.amends_id is null";

    /**
     * The one that stands at a night's cut-off; empty when too few were submitted yet.
     *
     * @param nightCutoff what came later does not exist yet
     */
    public static Optional<Calibration> at(
            Connection c, long tenant, Season season, Instant nightCutoff) throws SQLException {
        FigureRules rules = FigureRules.of(season.code());
        LocalDate from = season.firstDay().minusYears(1);
        LocalDate until = season.lastDay();
        // The day itself is not in it; the database keeps microseconds.
        Instant beforeSetDay =
                rules.setDay(LocalDate.ofInstant(nightCutoff, season.zone()))
                        .atStartOfDay(season.zone())
                        .toInstant()
                        .minus(1, ChronoUnit.MICROS);
        int taken;
        try (PreparedStatement counts =
                c.prepareStatement(
                        "select count(*), count(*) filter (where e.submitted_at <= ?),"
                                + " max(e.submitted_at) filter (where e.submitted_at <= ?)"
                                + FIRST)) {
            counts.setObject(1, OffsetDateTime.ofInstant(beforeSetDay, ZoneOffset.UTC));
            counts.setObject(2, OffsetDateTime.ofInstant(beforeSetDay, ZoneOffset.UTC));
            bind(counts, 3, tenant, from, until, nightCutoff);
            try (ResultSet row = counts.executeQuery()) {
                row.next();
                int onSetDay = row.getInt(2);
                taken = rules.calibrated(row.getInt(1), onSetDay);
                if (taken == 0) {
                    return Optional.empty();
                }
                if (taken == onSetDay) {
                    // Nearly always: the calendar brought it.
                    Instant newest = row.getObject(3, OffsetDateTime.class).toInstant();
                    return Optional.of(
                            new Calibration(
                                    tenant, season.code(), from, until, newest, taken, rules));
                }
            }
        }
        // With all that were submitted in the moment of the last one.
        try (PreparedStatement last =
                c.prepareStatement(
                        "select max(submitted_at), count(*) from (select e.submitted_at"
                                + FIRST
                                + " order by e.submitted_at fetch first ? rows with ties) taken")) {
            bind(last, 1, tenant, from, until, nightCutoff);
            last.setInt(5, taken);
            try (ResultSet row = last.executeQuery()) {
                row.next();
                Instant cutoff = row.getObject(1, OffsetDateTime.class).toInstant();
                return Optional.of(
                        new Calibration(
                                tenant, season.code(), from, until, cutoff, row.getInt(2), rules));
            }
        }
    }

    private static void bind(
            PreparedStatement select,
            int first,
            long tenant,
            LocalDate from,
            LocalDate until,
            Instant cutoff)
            throws SQLException {
        select.setLong(first, tenant);
        select.setObject(first + 1, from);
        select.setObject(first + 2, until);
        select.setObject(first + 3, OffsetDateTime.ofInstant(cutoff, ZoneOffset.UTC));
    }

    /** What reports print of it. */
    public Calibrated printed() {
        return new Calibrated(cutoff, evaluations, Stratum.VERSION);
    }

    /**
     * What goes in.
     *
     * @param inputs hash of it. A submitted evaluation never changes (EV-5), so their ids say it
     *     all
     * @param slices domains and scales to fit, in a lasting order
     */
    public record Contents(Sha256 inputs, List<Slice> slices) {}

    /** Finds out what goes in; no answer is read. */
    public Contents contents(Connection c) throws SQLException {
        Sheets.Ended ended = new Sheets(c, tenant, cutoff).which(from, until);
        SortedSet<Slice> slices = new TreeSet<>();
        ended.layouts()
                .forEach(
                        layout ->
                                layout.slices().keySet().stream()
                                        .filter(slice -> !slice.activity())
                                        .forEach(slices::add));
        return new Contents(inputs(ended.ids()), List.copyOf(slices));
    }

    /**
     * Hash of what goes in.
     *
     * @param evaluations their ids, by submission
     */
    public Sha256 inputs(List<Long> evaluations) {
        return Sha256.ofInputs(Stratum.VERSION, rules.minimum(), rules.bandMinimum(), evaluations);
    }

    /** The key of one domain on one scale. */
    public static Sha256 key(Sha256 inputs, Slice slice) {
        return Sha256.ofInputs(inputs, slice.code(), slice.scale());
    }

    public List<Sheet> sheets(Connection c) throws SQLException {
        return new Sheets(c, tenant, cutoff).ended(from, until);
    }

    /** Fits one domain on one scale. */
    public Stratum fit(Slice slice, List<Sheet> sheets) {
        return Stratum.of(slice, sheets, rules);
    }
}

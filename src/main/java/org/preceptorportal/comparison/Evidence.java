package org.preceptorportal.comparison;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.preceptorportal.calibration.Calibrations;
import org.preceptorportal.calibration.FigureRules;
import org.preceptorportal.calibration.Means;
import org.preceptorportal.figures.Labels;
import org.preceptorportal.observed.Sheet;
import org.preceptorportal.observed.Sheets;
import org.preceptorportal.observed.Slice;
import org.preceptorportal.season.Season;

/**
 * All that a night's comparisons are made of.
 *
 * @param now the season's finals that fit their forms
 * @param past those of them that the calibration has, as they stood then; may be none
 * @param contactsOfPreceptors rotations closed for want of contact
 */
record Evidence(
        String season,
        FigureRules rules,
        ZoneId zone,
        List<Sheet> now,
        List<Sheet> past,
        Calibrations.Whole whole,
        Map<Long, Integer> contactsOfPreceptors,
        Map<Long, Integer> contactsOfSites,
        Map<Long, Person> learners,
        Map<Long, String> preceptors) {

    /** A learner's code and name. */
    record Person(String code, String name) {}

    static Evidence read(
            Connection c, long tenant, Season season, Instant cutoff, Calibrations.Whole whole)
            throws SQLException {
        Sheets sheets = new Sheets(c, tenant, cutoff);
        Sheets.Twice<Sheet> finals =
                whole.calibrated() == null
                        ? new Sheets.Twice<>(
                                sheets.ended(season.firstDay(), season.lastDay()), List.of())
                        : sheets.endedTwice(
                                season.firstDay(), season.lastDay(), whole.calibrated().cutoff());
        Map<Long, Person> learners = new HashMap<>();
        Map<Long, String> preceptors = new HashMap<>();
        names(c, tenant, learners, preceptors);
        return new Evidence(
                season.code(),
                FigureRules.of(season.code()),
                season.zone(),
                fitting(finals.now()),
                fitting(finals.then()),
                whole,
                sheets.littleContact("preceptor_id", season.firstDay(), season.lastDay()),
                sheets.littleContact("site_id", season.firstDay(), season.lastDay()),
                learners,
                preceptors);
    }

    private static List<Sheet> fitting(List<Sheet> sheets) {
        return sheets.stream().filter(sheet -> sheet.fault() == null).toList();
    }

    private static void names(
            Connection c, long tenant, Map<Long, Person> learners, Map<Long, String> preceptors)
            throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement("select id, code, full_name from learner where tenant_id = ?")) {
            select.setLong(1, tenant);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    learners.put(row.getLong(1), new Person(row.getString(2), row.getString(3)));
                }
            }
        }
        try (PreparedStatement select =
                c.prepareStatement(
                        "select id, concat_ws(', ', full_name, credentials) from preceptor"
                                + " where tenant_id = ?")) {
            select.setLong(1, tenant);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    preceptors.put(row.getLong(1), row.getString(2));
                }
            }
        }
    }

    /** The rows of a report of these sheets and of no others, so that they alone make it. */
    static Map<Slice, String> domains(Collection<Sheet> sheets) {
        Map<Slice, String> domains = new LinkedHashMap<>(Labels.of(sheets));
        domains.keySet().removeIf(Slice::activity);
        return domains;
    }

    /** Days from the rotation's end to the submission. */
    int days(Sheet sheet) {
        return (int)
                ChronoUnit.DAYS.between(
                        sheet.ended(), sheet.submittedAt().atZone(zone).toLocalDate());
    }

    Double medianDays(Collection<Sheet> sheets) {
        return new Means(sheets.stream().map(sheet -> (double) days(sheet)).toList()).median();
    }

    static int count(Collection<Sheet> sheets, ToLongFunction<Sheet> of) {
        return (int) sheets.stream().mapToLong(of).distinct().count();
    }

    /** The value of each sheet that rates the slice. */
    static List<Double> values(Collection<Sheet> sheets, Slice slice) {
        return sheets.stream()
                .map(sheet -> sheet.count(slice))
                .filter(n -> n.rated() > 0)
                .map(Sheet.Count::mean)
                .toList();
    }

    static int rated(Collection<Sheet> sheets, Slice slice) {
        return sheets.stream().mapToInt(sheet -> sheet.count(slice).rated()).sum();
    }

    static int notObserved(Collection<Sheet> sheets, Slice slice) {
        return sheets.stream().mapToInt(sheet -> sheet.count(slice).notObserved()).sum();
    }
}

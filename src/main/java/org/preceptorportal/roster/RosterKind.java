package org.preceptorportal.roster;

import static org.preceptorportal.roster.RosterColumn.optional;
import static org.preceptorportal.roster.RosterColumn.required;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The files of a roster, in the order in which they are taken: later ones point to earlier ones.
 */
public enum RosterKind {
    SITES(
            required("site_code", 40, "site", "site_id"),
            required("name", 200, "site_name", "hospital"),
            required("street", 200, "address", "street_address"),
            required("city", 100),
            required("state", 60),
            required("postal_code", 20, "zip", "zip_code"),
            required("time_zone", 60),
            optional("phone", 40, "telephone")),
    PRECEPTORS(
            required("npi", 10, "npi_number"),
            required("full_name", 200, "name", "preceptor", "preceptor_name"),
            required("specialty", 100),
            required("email", 254, "e-mail", "email_address"),
            required("site_code", 40, "site", "site_id"),
            optional("credentials", 60, "degree"),
            optional("title", 200, "position"),
            optional("phone", 40, "telephone")),
    LEARNERS(
            required("learner_id", 40, "student_id"),
            required("full_name", 200, "name", "learner", "learner_name"),
            required("email", 254, "e-mail", "email_address"),
            required("medical_school", 200, "school"),
            required("stage", 20, "level"),
            optional("latin_name", 200, "name_in_latin_letters"),
            optional("aamc_id", 20)),
    PROGRAMS(
            required("program_code", 40, "program_id", "acgme_id"),
            required("name", 200, "program", "program_name"),
            required("institution", 200, "hospital"),
            required("specialty", 100),
            required("city", 100),
            required("state", 60),
            required("channel", 20, "delivery_channel")),
    ROTATIONS(
            required("rotation_id", 40, "rotation_code"),
            required("learner_id", 40, "student_id"),
            required("npi", 10, "npi_number", "preceptor_npi"),
            required("site_code", 40, "site", "site_id"),
            required("type", 20, "rotation_type"),
            required("specialty", 100),
            required("setting", 40),
            required("start_date", 20, "start", "from"),
            required("end_date", 20, "end", "to"),
            required("hours_per_week", 4, "hours", "weekly_hours"));

    private final List<RosterColumn> columns;

    RosterKind(RosterColumn... columns) {
        this.columns = List.of(columns);
    }

    /** The names of the columns every such file has. */
    public List<String> requiredColumns() {
        return columns.stream().filter(RosterColumn::required).map(RosterColumn::name).toList();
    }

    /** The names of the columns a file may leave out. */
    public List<String> optionalColumns() {
        return columns.stream().filter(c -> !c.required()).map(RosterColumn::name).toList();
    }

    List<RosterColumn> columns() {
        return columns;
    }

    /** The column whose values name a row: the file's first. */
    String key() {
        return columns.get(0).name();
    }

    /**
     * The kind of a file by its headers: the one that finds all its required columns, and the
     * longest list of them if several do.
     */
    static Optional<RosterKind> of(List<String> headers) {
        return Arrays.stream(values())
                .filter(kind -> kind.missing(headers).isEmpty())
                .max(
                        Comparator.comparingLong(
                                kind ->
                                        kind.columns.stream()
                                                .filter(RosterColumn::required)
                                                .count()));
    }

    /** The kind that comes nearest to these headers, to say what is missing. */
    static RosterKind nearest(List<String> headers) {
        return Arrays.stream(values())
                .min(
                        Comparator.<RosterKind>comparingInt(kind -> kind.hasKey(headers) ? 0 : 1)
                                .thenComparingInt(kind -> kind.missing(headers).size()))
                .orElseThrow();
    }

    List<String> missing(List<String> headers) {
        return columns.stream()
                .filter(c -> c.required() && headers.stream().noneMatch(c::isCalled))
                .map(RosterColumn::name)
                .toList();
    }

    private boolean hasKey(List<String> headers) {
        return headers.stream().anyMatch(columns.get(0)::isCalled);
    }
}

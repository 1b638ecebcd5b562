package org.preceptorportal.figures;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.preceptorportal.fairness.FairScore;
import org.preceptorportal.store.Sha256;

/**
 * A report's figures as a file: RFC 4180, UTF-8, every printed figure. Two decimals, half up, as
 * reports print them; empty where there is no figure.
 */
public final class FigureCsv {
    private static final List<String> LEARNER =
            List.of(
                    "learner_code",
                    "learner",
                    "kind",
                    "domain",
                    "domain_label",
                    "scale",
                    "evaluations",
                    "preceptors",
                    "ratings",
                    "not_observed",
                    "mean",
                    "ci95_low",
                    "ci95_high",
                    "cohort_low",
                    "cohort_median",
                    "cohort_high",
                    "cohort_learners",
                    "growth_rotations",
                    "growth_mid",
                    "growth_end",
                    "trend",
                    "fair_raw",
                    "fair_adjusted",
                    "fair_ci95_low",
                    "fair_ci95_high",
                    "fair_reliability",
                    "fair_raters_needed",
                    "fair_evaluations",
                    "fair_preceptors",
                    "fair_reason",
                    "evaluations_in_all",
                    "preceptors_in_all",
                    "insufficient_contact",
                    "data_cutoff",
                    "calibration_cutoff",
                    "calibration_evaluations",
                    "method",
                    "inputs_sha256");

    private FigureCsv() {}

    /** A learner's report: one row for each domain and activity. */
    public static byte[] learner(String code, String name, LearnerFigures figures, Sha256 inputs) {
        List<List<Object>> rows = new ArrayList<>();
        for (SkillLine line : figures.lines()) {
            List<Object> row = new ArrayList<>();
            add(row, code, name, line.kind().name().toLowerCase(Locale.ROOT));
            add(row, line.code(), line.label(), line.scale());
            add(row, line.evaluations(), line.raters(), line.ratings(), line.notObserved());
            add(row, two(line.mean()), two(line.low()), two(line.high()));
            band(row, line.band());
            SkillLine.Growth growth = line.growth();
            add(
                    row,
                    growth == null ? "" : growth.rotations(),
                    two(growth == null ? null : growth.mid()),
                    two(growth == null ? null : growth.last()));
            add(
                    row,
                    line.trend().stream()
                            .map(point -> point.date() + " " + two(point.mean()))
                            .collect(Collectors.joining("; ")));
            fair(row, line.fair());
            add(row, figures.evaluations(), figures.preceptors(), figures.littleContact());
            origin(row, figures.dataCutoff(), figures.calibration(), Figuring.VERSION, inputs);
            rows.add(row);
        }
        return write(LEARNER, rows);
    }

    static void band(List<Object> row, SkillLine.Band band) {
        add(
                row,
                two(band == null ? null : band.low()),
                two(band == null ? null : band.middle()),
                two(band == null ? null : band.high()),
                band == null ? "" : band.learners());
    }

    private static void fair(List<Object> row, FairScore fair) {
        if (fair == null) {
            add(row, "", "", "", "", "", "", "", "", "");
            return;
        }
        add(row, two(fair.raw()), two(fair.adjusted()), two(fair.low()), two(fair.high()));
        add(row, two(fair.reliability()), some(fair.ratersNeeded()), fair.n(), fair.raters());
        add(row, fair.reason() == null ? "" : fair.reason().sentence());
    }

    static void origin(
            List<Object> row,
            Instant cutoff,
            LearnerFigures.Calibrated calibration,
            String version,
            Sha256 inputs) {
        add(
                row,
                cutoff,
                calibration == null ? "" : calibration.cutoff(),
                calibration == null ? "" : calibration.evaluations(),
                calibration == null ? version : version + " " + calibration.version(),
                inputs.hex());
    }

    static void add(List<Object> row, Object... cells) {
        row.addAll(Arrays.asList(cells));
    }

    static Object some(Object value) {
        return value == null ? "" : value;
    }

    static String two(Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.2f", value);
    }

    static byte[] write(List<String> header, List<List<Object>> rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(header);
            for (List<Object> row : rows) {
                if (row.size() != header.size()) {
                    throw new IllegalStateException("a row has another width than its header");
                }
                csv.printRecord(row.stream().map(FigureCsv::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Text that a spreadsheet would take for a formula is shown as text; numbers stay numbers. */
    private static Object harmless(Object cell) {
        return cell instanceof String text
                        && text.matches("(?s)[=+\\-@\\t\\r].*")
                        && !text.matches("-[0-9]+([.][0-9]+)?")
                ? "'" + text
                : cell;
    }

    /** The rows of a kept file, by their column names. */
    public static List<CSVRecord> read(byte[] csv) {
        try (CSVParser parser =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(
                                new InputStreamReader(
                                        new ByteArrayInputStream(csv), StandardCharsets.UTF_8))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.preceptorportal.skills;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.preceptorportal.store.Sha256;

/** The report's figures as a file: RFC 4180, UTF-8, one row for each domain. */
final class SkillReportCsv {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader(
                            "learner_code",
                            "learner",
                            "domain",
                            "domain_label",
                            "scale",
                            "evaluations",
                            "ratings",
                            "not_observed",
                            "mean",
                            "ci95_low",
                            "ci95_high",
                            "evaluations_in_all",
                            "preceptors",
                            "insufficient_contact",
                            "data_cutoff",
                            "method",
                            "inputs_sha256")
                    .setSkipHeaderRecord(false)
                    .get();

    private SkillReportCsv() {}

    static byte[] write(LearnerRecord learner, SkillFigures figures, Sha256 key) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            for (DomainFigure d : figures.domains()) {
                csv.printRecord(
                        learner.code(),
                        learner.name(),
                        d.code(),
                        d.label(),
                        d.scale(),
                        d.evaluations(),
                        d.ratings(),
                        d.notObserved(),
                        number(d.mean()),
                        number(d.interval() == null ? null : d.interval().low()),
                        number(d.interval() == null ? null : d.interval().high()),
                        figures.evaluations(),
                        figures.preceptors(),
                        learner.littleContact(),
                        figures.dataCutoff(),
                        SkillStatistics.METHOD_VERSION,
                        key.hex());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The rows of a kept file, by their column names. */
    static List<CSVRecord> read(byte[] csv) {
        try (CSVParser parser =
                FORMAT.builder()
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

    /** Two decimals, half up, as the report prints them; empty when not estimable. */
    private static String number(Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.2f", value);
    }
}

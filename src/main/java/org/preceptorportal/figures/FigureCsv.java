package org.preceptorportal.figures;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.preceptorportal.calibration.Calibrated;
import org.preceptorportal.calibration.Stratum;
import org.preceptorportal.shell.SheetCell;
import org.preceptorportal.store.Sha256;

/**
 * How reports' figures stand in files: RFC 4180, UTF-8. Two decimals, half up, as reports print
 * them; empty where there is no figure.
 */
public final class FigureCsv {
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]+([.][0-9]+)?");

    private FigureCsv() {}

    public static void band(List<Object> row, Stratum.Band band) {
        add(
                row,
                two(band == null ? null : band.low()),
                two(band == null ? null : band.middle()),
                two(band == null ? null : band.high()),
                band == null ? "" : band.learners());
    }

    public static void origin(
            List<Object> row,
            Instant cutoff,
            Calibrated calibration,
            String version,
            Sha256 inputs) {
        add(
                row,
                cutoff.toString(),
                calibration == null ? "" : calibration.cutoff().toString(),
                calibration == null ? "" : calibration.evaluations(),
                calibration == null ? version : version + " " + calibration.version(),
                inputs.hex());
    }

    public static void add(List<Object> row, Object... cells) {
        row.addAll(Arrays.asList(cells));
    }

    public static Object some(Object value) {
        return value == null ? "" : value;
    }

    public static String two(Double value) {
        return value == null ? "" : two(value.doubleValue());
    }

    /** As {@code %.2f} says it, ten times as fast; where two digits may be a tie, it is asked. */
    private static String two(double value) {
        double hundredths = value * 100;
        boolean tie = Math.abs(hundredths - Math.floor(hundredths) - .5) < 1e-6;
        if (tie || !(value >= .01 && value < 1e6)) {
            return String.format(Locale.ROOT, "%.2f", value);
        }
        long all = Math.round(hundredths);
        return all / 100 + (all % 100 < 10 ? ".0" : ".") + all % 100;
    }

    public static byte[] write(List<String> header, List<List<Object>> rows) {
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
                        && !(text.startsWith("-") && NEGATIVE.matcher(text).matches())
                ? SheetCell.harmless(text)
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

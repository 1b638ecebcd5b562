package org.preceptorportal.packet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.preceptorportal.packet.Applicants.Applicant;
import org.preceptorportal.release.ReleasedLetter;
import org.preceptorportal.roster.Learner;

/** What lies beside the files of a packet: one line per applicant, and one checksum per file. */
final class Index {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader(
                            "applicant",
                            "latin_name",
                            "aamc_id",
                            "file",
                            "letters",
                            "authors",
                            "signed_at",
                            "verify_codes",
                            "left_out",
                            "sha256")
                    .get();

    private record Line(String file, List<String> cells) {}

    private final List<Line> lines = new ArrayList<>();

    /**
     * @param pdf the applicant's bound file, or null when there is none
     * @param leftOut what is missing and why, or null
     */
    void add(Learner learner, Applicant applicant, Entry pdf, String leftOut) {
        List<String> cells = new ArrayList<>();
        cells.add(learner.fullName());
        cells.add(learner.sortableName());
        cells.add(learner.aamcId());
        cells.add(pdf == null ? "" : pdf.name());
        cells.add(Integer.toString(applicant.letters().size()));
        cells.add(each(applicant, ReleasedLetter::authorName));
        cells.add(each(applicant, letter -> letter.signedAt().toString()));
        cells.add(each(applicant, ReleasedLetter::verifyCode));
        cells.add(leftOut);
        cells.add(pdf == null ? "" : pdf.blob().sha256().hex());
        String name = pdf == null ? learner.sortableName() : pdf.name();
        lines.add(new Line(name, cells.stream().map(Index::harmless).toList()));
    }

    private static String each(Applicant applicant, Function<ReleasedLetter, String> of) {
        return applicant.letters().stream().map(of).collect(Collectors.joining("; "));
    }

    /** A cell that a spreadsheet would take for a formula is shown as text. */
    private static String harmless(String cell) {
        return cell == null ? "" : cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }

    /** With a byte-order mark: without it spreadsheets garble every name that is not English. */
    byte[] bytes() {
        StringBuilder csv = new StringBuilder("\uFEFF");
        lines.sort(Comparator.comparing(Line::file));
        try (CSVPrinter printer = new CSVPrinter(csv, FORMAT)) {
            for (Line line : lines) {
                printer.printRecord(line.cells());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As {@code sha256sum -c} reads it. */
    static byte[] sums(List<Entry> entries) {
        return entries.stream()
                .map(e -> e.blob().sha256().hex() + "  " + e.name() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII);
    }
}

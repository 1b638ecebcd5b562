package org.preceptorportal.packet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.preceptorportal.packet.Listing.Letter;
import org.preceptorportal.packet.Listing.Person;
import org.preceptorportal.shell.SheetCell;

/** {@code index.csv}: one line per applicant. */
final class IndexCsv {
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
                            "letter_status",
                            "report",
                            "left_out",
                            "sha256")
                    .get();

    private IndexCsv() {}

    /** With a byte-order mark: without it spreadsheets garble every name that is not English. */
    static byte[] bytes(Listing listing) {
        StringBuilder csv = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(csv, FORMAT)) {
            for (Person person : listing.applicants()) {
                printer.printRecord(cells(listing, person));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(Listing listing, Person person) {
        List<String> cells = new ArrayList<>();
        cells.add(person.name());
        cells.add(person.latinName() == null ? person.name() : person.latinName());
        cells.add(person.aamcId());
        cells.add(person.file());
        cells.add(Integer.toString(person.letters().size()));
        cells.add(each(person, Letter::author));
        cells.add(each(person, letter -> letter.signedAt().toString()));
        cells.add(each(person, Letter::verifyCode));
        cells.add(
                each(
                        person,
                        letter -> letter.standing() == null ? "in packet" : letter.standing()));
        cells.add(person.withReport() ? "yes" : "no");
        cells.add(person.leftOut());
        cells.add(Objects.toString(listing.sha256(person.file()), ""));
        return cells.stream().map(cell -> cell == null ? "" : SheetCell.harmless(cell)).toList();
    }

    private static String each(Person person, Function<Letter, String> of) {
        return person.letters().stream().map(of).collect(Collectors.joining("; "));
    }
}

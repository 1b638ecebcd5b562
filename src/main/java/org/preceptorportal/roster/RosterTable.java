package org.preceptorportal.roster;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.preceptorportal.shell.Words;

/**
 * A CSV file as rows of named values: any column order, byte-order mark, quoted line breaks, comma
 * or semicolon, UTF-8 or the Windows code page that spreadsheets write.
 */
final class RosterTable {
    /**
     * One row.
     *
     * @param line on which it begins, from 1
     */
    record Row(long line, Map<String, String> values) {
        String get(String column) {
            return values.getOrDefault(column, "");
        }
    }

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final String file;
    private final RosterKind kind;
    private final Set<String> columns;
    private final List<Row> rows;
    private final List<String> notices;

    private RosterTable(
            String file,
            RosterKind kind,
            Set<String> columns,
            List<Row> rows,
            List<String> notices) {
        this.file = file;
        this.kind = kind;
        this.columns = columns;
        this.rows = rows;
        this.notices = notices;
    }

    String file() {
        return file;
    }

    RosterKind kind() {
        return kind;
    }

    /** Our names of the columns the file's header has; it may lack optional ones. */
    Set<String> columns() {
        return columns;
    }

    List<Row> rows() {
        return rows;
    }

    List<String> notices() {
        return notices;
    }

    /**
     * Reads a file.
     *
     * @param faults gets what is wrong with the file as a whole or with the shape of its rows
     * @return the table, or null when the file cannot be understood at all
     */
    static RosterTable read(RosterUpload upload, Words words, List<RosterFault> faults) {
        if (upload.bytes().length > RosterUpload.LARGEST) {
            faults.add(
                    new RosterFault(
                            upload.name(), 1, null, words.say("roster", "import.too-large")));
            return null;
        }
        List<String> notices = new ArrayList<>();
        String text = decode(upload, words, notices);
        char delimiter = delimiter(text);
        CSVFormat format =
                CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            var records = parser.iterator();
            if (!records.hasNext()) {
                faults.add(
                        new RosterFault(
                                upload.name(), 1, null, words.say("roster", "import.empty")));
                return null;
            }
            List<String> headers = records.next().toList().stream().map(String::strip).toList();
            RosterKind kind = RosterKind.of(headers).orElse(null);
            if (kind == null) {
                RosterKind nearest = RosterKind.nearest(headers);
                faults.add(
                        new RosterFault(
                                upload.name(),
                                1,
                                null,
                                words.say(
                                        "roster",
                                        "import.columns-missing",
                                        words.say("roster", "kind." + nearest.name()),
                                        String.join(", ", nearest.missing(headers)))));
                return null;
            }
            String[] names = columnNames(kind, headers);
            noticeUnused(headers, names, words, upload, notices);
            List<Row> rows = new ArrayList<>();
            while (records.hasNext()) {
                // Where the row begins: the parser's own number is where it ends, and a quoted line
                // break lies between.
                CSVRecord record = records.next();
                long begins = parser.getCurrentLineNumber() - breaksIn(record);
                if (record.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (record.size() != headers.size()) {
                    faults.add(
                            new RosterFault(
                                    upload.name(),
                                    begins,
                                    null,
                                    words.say(
                                            "roster",
                                            "import.cells",
                                            headers.size(),
                                            record.size())));
                    continue;
                }
                rows.add(new Row(begins, values(names, record)));
            }
            Set<String> columns =
                    Arrays.stream(names)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toUnmodifiableSet());
            return new RosterTable(upload.name(), kind, columns, rows, notices);
        } catch (IOException | java.io.UncheckedIOException | IllegalStateException e) {
            faults.add(
                    new RosterFault(upload.name(), 1, null, words.say("roster", "import.not-csv")));
            return null;
        }
    }

    private static long breaksIn(CSVRecord record) {
        return record.stream().mapToLong(v -> v.chars().filter(c -> c == '\n').count()).sum();
    }

    private static Map<String, String> values(String[] names, CSVRecord record) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            if (names[i] != null) {
                String composed = Normalizer.normalize(record.get(i), Normalizer.Form.NFC);
                values.put(names[i], composed.strip().replaceAll("\\s+", " "));
            }
        }
        return values;
    }

    private static String[] columnNames(RosterKind kind, List<String> headers) {
        String[] names = new String[headers.size()];
        for (RosterColumn column : kind.columns()) {
            for (int i = 0; i < names.length; i++) {
                if (names[i] == null && column.isCalled(headers.get(i))) {
                    names[i] = column.name();
                    break;
                }
            }
        }
        return names;
    }

    private static void noticeUnused(
            List<String> headers,
            String[] names,
            Words words,
            RosterUpload upload,
            List<String> notices) {
        List<String> unused = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            if (names[i] == null && !headers.get(i).isBlank()) {
                unused.add(headers.get(i));
            }
        }
        if (!unused.isEmpty()) {
            notices.add(
                    words.say("roster", "import.unused", upload.name(), String.join(", ", unused)));
        }
    }

    private static String decode(RosterUpload upload, Words words, List<String> notices) {
        String text;
        try {
            CharBuffer chars =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(upload.bytes()));
            text = chars.toString();
        } catch (CharacterCodingException e) {
            text = new String(upload.bytes(), WINDOWS);
            notices.add(words.say("roster", "import.windows", upload.name()));
        }
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        // The parser counts a last line only when it is closed.
        return body.endsWith("\n") ? body : body + "\n";
    }

    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        return header.chars().filter(c -> c == ';').count()
                        > header.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
    }
}

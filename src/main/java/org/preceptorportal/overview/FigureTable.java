package org.preceptorportal.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/**
 * A report's file as a table: the columns that people read, under their file names.
 *
 * @param columns of the file, in its order
 * @param rows as many cells each
 */
public record FigureTable(List<String> columns, List<Line> rows) {
    public FigureTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * @param head what the row is about
     * @param domain code of its domain; null where a row is about none
     * @param scale code of its scale; null where a row is about none
     */
    public record Line(String head, String domain, String scale, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param shown the columns wanted
     * @param heads the columns that name a row, the first that has a text counts
     */
    static FigureTable of(List<CSVRecord> file, Set<String> shown, List<String> heads) {
        if (file.isEmpty()) {
            return new FigureTable(List.of(), List.of());
        }
        List<String> columns =
                file.get(0).getParser().getHeaderNames().stream().filter(shown::contains).toList();
        List<Line> rows = new ArrayList<>();
        for (CSVRecord record : file) {
            String head =
                    heads.stream()
                            .filter(record::isMapped)
                            .map(record::get)
                            .filter(text -> !text.isEmpty())
                            .findFirst()
                            .orElse("");
            rows.add(
                    new Line(
                            head,
                            value(record, "domain"),
                            value(record, "scale"),
                            columns.stream().map(record::get).toList()));
        }
        return new FigureTable(columns, rows);
    }

    private static String value(CSVRecord record, String column) {
        return record.isMapped(column) && !record.get(column).isEmpty() ? record.get(column) : null;
    }
}

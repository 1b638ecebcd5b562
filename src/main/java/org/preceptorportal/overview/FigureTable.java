package org.preceptorportal.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/**
 * The domains in a report's file as a table: the columns that people read, under their file names.
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
     * @param head as printed
     * @param domain its code
     * @param scale code of its scale
     */
    public record Line(String head, String domain, String scale, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param shown the columns wanted
     */
    static FigureTable of(List<CSVRecord> file, Set<String> shown) {
        if (file.isEmpty()) {
            return new FigureTable(List.of(), List.of());
        }
        List<String> columns =
                file.get(0).getParser().getHeaderNames().stream().filter(shown::contains).toList();
        List<Line> rows = new ArrayList<>();
        for (CSVRecord record : file) {
            if (!record.get("kind").equals("domain")) {
                continue;
            }
            rows.add(
                    new Line(
                            record.get("domain_label"),
                            record.get("domain"),
                            record.get("scale"),
                            columns.stream().map(record::get).toList()));
        }
        return new FigureTable(columns, rows);
    }
}

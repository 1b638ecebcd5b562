package org.preceptorportal.reports;

import java.util.List;
import java.util.function.Consumer;

/**
 * A table: one head row, then rows. The head is repeated on each page the table reaches.
 *
 * @param columns from left to right
 * @param rows as many cells each as there are columns
 */
record Table(List<Column> columns, List<List<Cell>> rows) {
    Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row of %d cells in a table of %d columns"
                                .formatted(row.size(), columns.size()));
            }
        }
    }

    /**
     * @param weight share of the table's width
     */
    record Column(String head, float weight, Style.Align align) {}

    sealed interface Cell permits TextCell, DrawnCell {}

    /**
     * @param head whether it names its row
     */
    record TextCell(List<Run> runs, boolean head) implements Cell {
        TextCell {
            runs = List.copyOf(runs);
        }
    }

    /**
     * A small picture.
     *
     * @param alternative what it shows, in words
     * @param height in points
     * @param drawing gets a pen at the cell's upper left inner corner
     */
    record DrawnCell(String alternative, float height, Consumer<Pen> drawing) implements Cell {}

    static Cell text(String text) {
        return new TextCell(List.of(Run.of(text)), false);
    }

    static Cell rowHead(String text) {
        return new TextCell(List.of(Run.of(text)), true);
    }
}

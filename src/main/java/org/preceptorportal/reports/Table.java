package org.preceptorportal.reports;

import java.util.List;
import java.util.function.Consumer;

/**
 * A table: one head row, then rows. The head is repeated on each page the table reaches.
 *
 * @param columns from left to right
 * @param rows as many cells each as there are columns
 * @param look of its cells
 */
record Table(List<Column> columns, List<List<Cell>> rows, Look look) {
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

    Table(List<Column> columns, List<List<Cell>> rows) {
        this(columns, rows, Look.ROOMY);
    }

    /**
     * @param paddingX left and right of a cell's content, in points
     * @param paddingY above and below it, in points
     */
    record Look(Style head, Style cell, float paddingX, float paddingY) {
        /** For reading. */
        static final Look ROOMY =
                new Look(Style.sans(8).strong().color(Style.SOFT), Style.sans(9), 5, 3.5f);

        /** For many figures. */
        static final Look DENSE =
                new Look(
                        Style.sans(7.5f).strong().color(Style.SOFT).leading(1.2f),
                        Style.sans(8.5f).leading(1.25f),
                        3.5f,
                        2.8f);

        /** For what people wrote. */
        static final Look QUOTES =
                new Look(DENSE.head(), Style.serif(8).leading(1.25f), 3.5f, 2.5f);
    }

    /**
     * @param weight share of the table's width
     * @param upright whether the head is written from below to above
     * @param mark drawn into the foot of the head cell, such as the numbers of a scale; may be null
     */
    record Column(String head, float weight, Style.Align align, boolean upright, Drawn mark) {
        Column(String head, float weight, Style.Align align) {
            this(head, weight, align, false, null);
        }
    }

    /** Draws into a box of this width and height in points. */
    interface Drawn {
        void draw(Pen pen, float width, float height);
    }

    sealed interface Cell permits TextCell, DrawnCell, PlotCell, ShadeCell {}

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

    /**
     * A picture as high as its row, so that the pictures of a column join.
     *
     * @param alternative what it shows, in words
     */
    record PlotCell(String alternative, Drawn drawing) implements Cell {}

    /**
     * A figure on a shade, with a bar at the foot as long as the shade is deep: the shade alone
     * says nothing.
     *
     * @param note small, after the figure
     * @param slanted whether the figure is to be read with caution
     * @param share how long the bar is, 0 to 1
     */
    record ShadeCell(String value, String note, boolean slanted, int rgb, float share)
            implements Cell {}

    static Cell text(String text) {
        return new TextCell(List.of(Run.of(text)), false);
    }

    static Cell rowHead(String text) {
        return new TextCell(List.of(Run.of(text)), true);
    }
}

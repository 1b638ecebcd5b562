package org.preceptorportal.reports;

import java.util.ArrayList;
import java.util.List;

/** Sets a journal's table: a rule above, under the head and below, hairlines between rows. */
final class TableSetter {
    private static final float CELL_PADDING_X = 5;
    private static final float CELL_PADDING_Y = 3.5f;
    private static final Style CELL = Style.sans(9);
    private static final Style HEAD_CELL = Style.sans(8).strong().color(Style.SOFT);

    private final Sheet sheet;
    private final Tag tag;
    private final Table table;
    private final float[] lefts;
    private final float[] widths;

    TableSetter(Sheet sheet, Tag tag, Table table) {
        this.sheet = sheet;
        this.tag = tag;
        this.table = table;
        int count = table.columns().size();
        lefts = new float[count];
        widths = new float[count];
        float weights = 0;
        for (Table.Column column : table.columns()) {
            weights += column.weight();
        }
        float x = 0;
        for (int i = 0; i < count; i++) {
            lefts[i] = x;
            widths[i] = sheet.measure() * table.columns().get(i).weight() / weights;
            x += widths[i];
        }
    }

    List<Atom> atoms() {
        List<Atom> atoms = new ArrayList<>();
        Atom head = head(true);
        head.before = 6;
        atoms.add(head);
        Atom again = head(false);
        for (int i = 0; i < table.rows().size(); i++) {
            boolean last = i == table.rows().size() - 1;
            Atom row = row(table.rows().get(i), last);
            row.glued = i == 0 || (last && i > 0);
            row.head = again;
            row.after = last ? 8 : 0;
            atoms.add(row);
        }
        return atoms;
    }

    private float inner(int column) {
        return widths[column] - 2 * CELL_PADDING_X;
    }

    private Atom head(boolean first) {
        List<List<Line>> cells = new ArrayList<>();
        int lines = 1;
        for (int i = 0; i < widths.length; i++) {
            String text = table.columns().get(i).head();
            cells.add(Typesetter.set(List.of(Run.of(text)), HEAD_CELL, inner(i)));
            lines = Math.max(lines, cells.get(i).size());
        }
        float content = lines * HEAD_CELL.lineHeight();
        Atom atom = new Atom();
        atom.height = content + 2 * CELL_PADDING_Y;
        float height = atom.height;
        atom.drawing =
                (ink, left, top) -> {
                    ink.belongsTo(Tag.ARTIFACT);
                    Pen pen = new Pen(ink, left, top);
                    pen.fill(0, 0, sheet.measure(), .9f, Style.INK);
                    pen.fill(0, height - .5f, sheet.measure(), .5f, Style.INK);
                    Tag row = tag.child("TR");
                    for (int i = 0; i < widths.length; i++) {
                        // A head drawn again on the next page is not read again.
                        ink.belongsTo(first ? row.child("TH").scope("Column") : Tag.ARTIFACT);
                        float free = content - cells.get(i).size() * HEAD_CELL.lineHeight();
                        ink.write(
                                cells.get(i),
                                HEAD_CELL.align(table.columns().get(i).align()),
                                left + lefts[i] + CELL_PADDING_X,
                                top - CELL_PADDING_Y - free,
                                inner(i));
                    }
                };
        return atom;
    }

    private Atom row(List<Table.Cell> cells, boolean last) {
        List<List<Line>> set = new ArrayList<>();
        float content = CELL.lineHeight();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof Table.TextCell text) {
                set.add(Typesetter.set(text.runs(), style(text), inner(i)));
                content = Math.max(content, set.get(i).size() * CELL.lineHeight());
            } else if (cells.get(i) instanceof Table.DrawnCell drawn) {
                set.add(List.of());
                content = Math.max(content, drawn.height());
            }
        }
        Atom atom = new Atom();
        atom.height = content + 2 * CELL_PADDING_Y;
        float height = atom.height;
        atom.drawing =
                (ink, left, top) -> {
                    ink.belongsTo(Tag.ARTIFACT);
                    float weight = last ? .9f : .4f;
                    new Pen(ink, left, top)
                            .fill(
                                    0,
                                    height - weight,
                                    sheet.measure(),
                                    weight,
                                    last ? Style.INK : Style.HAIRLINE);
                    Tag row = tag.child("TR");
                    for (int i = 0; i < cells.size(); i++) {
                        cell(ink, row, cells.get(i), set.get(i), i, left, top);
                    }
                };
        return atom;
    }

    private Style style(Table.TextCell text) {
        return text.head() ? CELL.strong() : CELL;
    }

    private void cell(
            Ink ink, Tag row, Table.Cell cell, List<Line> lines, int i, float left, float top) {
        float x = left + lefts[i] + CELL_PADDING_X;
        float y = top - CELL_PADDING_Y;
        if (cell instanceof Table.TextCell text) {
            Tag tagOfCell = text.head() ? row.child("TH").scope("Row") : row.child("TD");
            ink.exists(tagOfCell);
            if (lines.stream().anyMatch(line -> !line.pieces().isEmpty())) {
                ink.belongsTo(tagOfCell);
                Style style = style(text).align(table.columns().get(i).align());
                ink.write(lines, style, x, y, inner(i));
            }
        } else if (cell instanceof Table.DrawnCell drawn) {
            Tag figure = row.child("TD").child("Figure").alternative(drawn.alternative());
            ink.place(figure, x, y, inner(i), drawn.height());
            ink.belongsTo(figure);
            drawn.drawing().accept(new Pen(ink, x, y));
        }
    }

    /** Width a drawn cell of this column may use, in points. */
    static float cellWidth(Sheet sheet, List<Table.Column> columns, int column) {
        float weights = 0;
        for (Table.Column each : columns) {
            weights += each.weight();
        }
        return sheet.measure() * columns.get(column).weight() / weights - 2 * CELL_PADDING_X;
    }
}

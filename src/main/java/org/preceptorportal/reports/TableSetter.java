package org.preceptorportal.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sets a journal's table: a rule above, under the head and below, hairlines between rows. */
final class TableSetter {
    private static final float MARK_HEIGHT = 11;
    private static final Style NOTE = Style.sans(6.5f).leading(1.2f).align(Style.Align.LEFT);

    /** Between the shades of neighbors, and the height of the bar in them. */
    private static final float GAP = .6f;

    private static final float BAR = 1.6f;

    private final Sheet sheet;
    private final Tag tag;
    private final Table table;
    private final Table.Look look;
    private final float[] lefts;
    private final float[] widths;
    private final Style certain;
    private final Style doubtful;
    private final Map<Figure, Line> figures = new HashMap<>();

    private record Figure(String text, Style style) {}

    TableSetter(Sheet sheet, Tag tag, Table table) {
        this.sheet = sheet;
        this.tag = tag;
        this.table = table;
        look = table.look();
        certain = look.cell().align(Style.Align.RIGHT).strong();
        doubtful = look.cell().align(Style.Align.RIGHT).slanted();
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
        return widths[column] - 2 * look.paddingX();
    }

    private Atom head(boolean first) {
        List<List<Line>> cells = new ArrayList<>();
        float content = 0;
        for (int i = 0; i < widths.length; i++) {
            Table.Column column = table.columns().get(i);
            List<Run> text = List.of(Run.of(column.head()));
            float high = look.head().lineHeight();
            if (column.upright()) {
                int across = Math.max(1, (int) (widths[i] / high));
                cells.add(Typesetter.set(text, look.head(), upright(column.head(), across)));
                for (Line line : cells.get(i)) {
                    content = Math.max(content, line.width());
                }
            } else {
                cells.add(Typesetter.set(text, look.head(), inner(i)));
                float mark = column.mark() == null ? 0 : MARK_HEIGHT;
                content = Math.max(content, cells.get(i).size() * high + mark);
            }
        }
        Atom atom = new Atom();
        atom.height = content + 2 * look.paddingY();
        float height = atom.height;
        float textHeight = content;
        atom.drawing =
                (ink, left, top) -> {
                    ink.belongsTo(Tag.ARTIFACT);
                    Pen pen = new Pen(ink, left, top);
                    pen.fill(0, 0, sheet.measure(), .9f, Style.INK);
                    pen.fill(0, height - .5f, sheet.measure(), .5f, Style.INK);
                    marks(ink, left, top - height);
                    Tag row = tag.child("TR");
                    for (int i = 0; i < widths.length; i++) {
                        // A head drawn again on the next page is not read again.
                        ink.belongsTo(first ? row.child("TH").scope("Column") : Tag.ARTIFACT);
                        headCell(ink, i, cells.get(i), left, top, textHeight);
                    }
                    if (first) {
                        ink.ends(row);
                    }
                };
        return atom;
    }

    /** Width in which an upright head takes at most so many lines and no word is broken. */
    private float upright(String head, int lines) {
        float longest = 0;
        for (String word : head.split(" ")) {
            longest = Math.max(longest, Typesetter.width(word, look.head()));
        }
        float whole = Typesetter.width(head, look.head()) + 1;
        for (float width = Math.max(longest + 1, whole / lines); width < whole; width += 4) {
            if (Typesetter.set(List.of(Run.of(head)), look.head(), width).size() <= lines) {
                return width;
            }
        }
        return whole;
    }

    private void marks(Ink ink, float left, float foot) {
        for (int i = 0; i < widths.length; i++) {
            Table.Drawn mark = table.columns().get(i).mark();
            if (mark != null) {
                float x = left + lefts[i] + look.paddingX();
                mark.draw(new Pen(ink, x, foot + MARK_HEIGHT), inner(i), MARK_HEIGHT);
            }
        }
    }

    private void headCell(
            Ink ink, int column, List<Line> lines, float left, float top, float content) {
        Table.Column of = table.columns().get(column);
        float high = lines.size() * look.head().lineHeight();
        if (of.upright()) {
            float across = left + lefts[column] + (widths[column] - high) / 2;
            ink.upright(lines, look.head(), across, top - look.paddingY() - content);
            return;
        }
        float free = content - high - (of.mark() == null ? 0 : MARK_HEIGHT);
        ink.write(
                lines,
                look.head().align(of.align()),
                left + lefts[column] + look.paddingX(),
                top - look.paddingY() - free,
                inner(column));
    }

    private Atom row(List<Table.Cell> cells, boolean last) {
        List<List<Line>> set = new ArrayList<>();
        float content = look.cell().lineHeight();
        for (int i = 0; i < cells.size(); i++) {
            List<Line> lines = List.of();
            if (cells.get(i) instanceof Table.TextCell text) {
                lines = Typesetter.set(text.runs(), style(text), inner(i));
                content = Math.max(content, lines.size() * look.cell().lineHeight());
            } else if (cells.get(i) instanceof Table.DrawnCell drawn) {
                content = Math.max(content, drawn.height());
            }
            set.add(lines);
        }
        Atom atom = new Atom();
        atom.height = content + 2 * look.paddingY();
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
                        cell(ink, row, cells.get(i), set.get(i), i, left, top, height);
                    }
                    ink.ends(row);
                };
        return atom;
    }

    /** Heads are strong, unless they say themselves what is. */
    private Style style(Table.TextCell text) {
        boolean says = text.runs().stream().anyMatch(Run::bold);
        return text.head() && !says ? look.cell().strong() : look.cell();
    }

    private void cell(
            Ink ink,
            Tag row,
            Table.Cell cell,
            List<Line> lines,
            int i,
            float left,
            float top,
            float height) {
        float x = left + lefts[i] + look.paddingX();
        float y = top - look.paddingY();
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
        } else if (cell instanceof Table.PlotCell plot) {
            Tag figure = row.child("TD").child("Figure").alternative(plot.alternative());
            ink.place(figure, x, top, inner(i), height);
            ink.belongsTo(figure);
            plot.drawing().draw(new Pen(ink, x, top), inner(i), height);
        } else if (cell instanceof Table.ShadeCell shade) {
            shade(ink, row.child("TD"), shade, left + lefts[i], top, widths[i], height);
        }
    }

    private void shade(
            Ink ink,
            Tag tagOfCell,
            Table.ShadeCell shade,
            float left,
            float top,
            float width,
            float height) {
        Pen pen = new Pen(ink, left, top);
        ink.belongsTo(Tag.ARTIFACT);
        pen.fill(GAP, GAP, width - 2 * GAP, height - 2 * GAP, shade.rgb());
        float bar = (width - 4 * GAP) * shade.share();
        pen.fill(2 * GAP, height - GAP - BAR, bar, BAR, Style.ACCENT);
        ink.belongsTo(tagOfCell);
        Style figure = shade.slanted() ? doubtful : certain;
        float middle = width / 2 + 1;
        float baseline = (height - BAR - figure.lineHeight()) / 2;
        pen.text(middle, baseline, set(shade.value(), figure), figure);
        pen.text(
                middle + 2.5f,
                baseline + (figure.lineHeight() - NOTE.lineHeight()) * .72f,
                set(shade.note(), NOTE),
                NOTE);
    }

    /** Few figures are different, and each is in many cells. */
    private Line set(String text, Style style) {
        return figures.computeIfAbsent(
                new Figure(text, style), figure -> Typesetter.line(text, style));
    }
}

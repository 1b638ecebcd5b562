package org.preceptorportal.reports;

import com.lowagie.text.Document;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Tagged pages of US Letter: blocks in, PDF/A-2a and PDF/UA-1 out.
 *
 * <p>Blocks are set as they come and placed on {@link #close}: only then are page breaks known. No
 * paragraph leaves or sends less than two lines, a head stays with what it heads, and what was
 * added inside {@link #together} is not parted. Equal blocks give equal bytes.
 */
final class TaggedCanvas {
    private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    private static final float CELL_PADDING_X = 5;
    private static final float CELL_PADDING_Y = 3.5f;
    private static final Style CELL = Style.sans(9);
    private static final Style HEAD_CELL = Style.sans(8).strong().color(Style.SOFT);
    private static final Style FACT_LABEL = Style.sans(7.5f).color(Style.SOFT);
    private static final Style FACT_VALUE = Style.sans(8.5f);
    private static final Style FOOT = Style.sans(7.5f).color(Style.SOFT);
    private static final int FACTS_IN_A_ROW = 3;
    private static final float GUTTER = 14;
    private static final float FOOT_NUMBER_WIDTH = 60;
    private static final float ROUNDING = .01f;
    private static final int ID_LENGTH = 16;

    /** The smallest unit that is never parted: a line, a table row, a figure. */
    private static final class Atom {
        float before;
        float after;
        float height;
        boolean glued;
        boolean onNewPage;
        Atom head;
        Drawing drawing;
    }

    private interface Drawing {
        void draw(Ink ink, float left, float top);
    }

    private record Placed(Atom atom, float top) {}

    private record Bookmark(int level, String title, Atom atom) {}

    private final Sheet sheet;
    private final Tag root = Tag.root();
    private final List<Atom> atoms = new ArrayList<>();
    private final List<Bookmark> bookmarks = new ArrayList<>();
    private final List<byte[]> pictures = new ArrayList<>();
    private boolean glueNext;
    private boolean breakNext;

    TaggedCanvas(Sheet sheet) {
        this.sheet = sheet;
    }

    void paragraph(String text, Style style) {
        paragraph(List.of(Run.of(text)), style);
    }

    void paragraph(List<Run> runs, Style style) {
        text(root.child("P"), runs, style, null);
    }

    /** A head of level 1 to 6, also a bookmark; it stays with what follows. */
    void heading(int level, String text, Style style) {
        int first = atoms.size();
        text(root.child("H" + level), List.of(Run.of(text)), style, null);
        bookmarks.add(new Bookmark(level, text, atoms.get(first)));
        keepNext();
    }

    /** A list, numbered from 1 or with bullets; no item stands alone on a page. */
    void list(boolean numbered, List<List<Run>> items, Style style) {
        Tag list = root.child("L").numbering(numbered ? "Decimal" : "Disc");
        float hang = numbered ? style.size() * 2f : style.size() * 1.6f;
        int number = 1;
        for (List<Run> item : items) {
            Tag entry = list.child("LI");
            Label label =
                    new Label(
                            entry.child("Lbl"), numbered ? number + "." : "•", style.size() * .5f);
            Style place = style.indent(style.indent() + hang);
            if (number > 1) {
                place = place.space(style.size() * .25f, place.after());
            }
            if (number < items.size()) {
                place = place.space(place.before(), 0);
            }
            if (number == 2 || (number > 1 && number == items.size())) {
                keepNext();
            }
            text(entry.child("LBody"), item, place, label);
            number++;
        }
    }

    private record Label(Tag tag, String text, float gap) {}

    private void text(Tag tag, List<Run> runs, Style style, Label label) {
        float indent = style.indent();
        float width = sheet.measure() - indent;
        List<Line> lines = Typesetter.set(runs, style, width);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Atom atom = new Atom();
            atom.height = style.lineHeight();
            atom.before = i == 0 ? style.before() : 0;
            atom.after = i == lines.size() - 1 ? style.after() : 0;
            // Widows and orphans: the first two and the last two lines stay together.
            atom.glued = i == 1 || (i > 0 && i == lines.size() - 1);
            boolean first = i == 0;
            atom.drawing =
                    (ink, left, top) -> {
                        if (first && label != null) {
                            label(ink, label, style, left + indent, top);
                        }
                        ink.belongsTo(tag);
                        ink.write(line, style, left + indent + shift(line, style, width), top);
                    };
            add(atom);
        }
    }

    private static void label(Ink ink, Label label, Style style, float right, float top) {
        ink.belongsTo(label.tag());
        Line line = Typesetter.set(List.of(Run.of(label.text())), style, Float.MAX_VALUE).get(0);
        ink.write(line, style, right - label.gap() - line.width(), top);
    }

    private static float shift(Line line, Style style, float width) {
        return switch (style.align()) {
            case LEFT -> 0;
            case START -> line.rightToLeft() ? width - line.width() : 0;
            case CENTER -> (width - line.width()) / 2;
            case RIGHT -> width - line.width();
        };
    }

    /** A thin line over the whole column. */
    void rule(float thickness, int rgb, float before, float after) {
        Atom atom = new Atom();
        atom.before = before;
        atom.height = thickness;
        atom.after = after;
        float width = sheet.measure();
        atom.drawing =
                (ink, left, top) -> {
                    ink.belongsTo(Tag.ARTIFACT);
                    new Pen(ink, left, top).fill(0, 0, width, thickness, rgb);
                };
        add(atom);
    }

    void space(float points) {
        Atom atom = new Atom();
        atom.height = points;
        atom.drawing = (ink, left, top) -> {};
        add(atom);
    }

    /** Facts as a grid of labels over values, read as a list. */
    void facts(List<Fact> facts) {
        Tag list = root.child("L").numbering("None");
        int columns = facts.size() == 4 ? 2 : FACTS_IN_A_ROW;
        float width = (sheet.measure() - (columns - 1) * GUTTER) / columns;
        for (int from = 0; from < facts.size(); from += columns) {
            List<Fact> row = facts.subList(from, Math.min(from + columns, facts.size()));
            List<List<Line>> labels = new ArrayList<>();
            List<List<Line>> values = new ArrayList<>();
            int labelLines = 1;
            int valueLines = 1;
            for (Fact fact : row) {
                List<Line> label = Typesetter.set(List.of(Run.of(fact.label())), FACT_LABEL, width);
                List<Line> value = Typesetter.set(List.of(Run.of(fact.value())), FACT_VALUE, width);
                labels.add(label);
                values.add(value);
                labelLines = Math.max(labelLines, label.size());
                valueLines = Math.max(valueLines, value.size());
            }
            float labelHeight = labelLines * FACT_LABEL.lineHeight();
            Atom atom = new Atom();
            atom.before = from == 0 ? 0 : 5;
            atom.height = labelHeight + valueLines * FACT_VALUE.lineHeight();
            atom.drawing =
                    (ink, left, top) -> {
                        for (int i = 0; i < row.size(); i++) {
                            float x = left + i * (width + GUTTER);
                            Tag item = list.child("LI");
                            ink.belongsTo(item.child("Lbl"));
                            write(ink, labels.get(i), FACT_LABEL, x, top, width);
                            ink.belongsTo(item.child("LBody"));
                            write(ink, values.get(i), FACT_VALUE, x, top - labelHeight, width);
                        }
                    };
            add(atom);
        }
    }

    private static void write(
            Ink ink, List<Line> lines, Style style, float left, float top, float width) {
        float y = top;
        for (Line line : lines) {
            ink.write(line, style, left + shift(line, style, width), y);
            y -= style.lineHeight();
        }
    }

    /**
     * A picture over the whole column.
     *
     * @param alternative what it shows, in words
     */
    void figure(String alternative, float height, Consumer<Pen> drawing) {
        Tag tag = root.child("Figure").alternative(alternative);
        Atom atom = new Atom();
        atom.before = 6;
        atom.after = 6;
        atom.height = height;
        float width = sheet.measure();
        atom.drawing =
                (ink, left, top) -> {
                    box(ink, tag, left, top, width, height);
                    ink.belongsTo(tag);
                    drawing.accept(new Pen(ink, left, top));
                };
        add(atom);
    }

    /**
     * A square picture at the right edge, which takes no height: it stands beside what follows, and
     * that must be kept together and as high.
     *
     * @param alternative what it shows, in words
     */
    void square(String alternative, float size, Consumer<Pen> drawing) {
        Tag tag = root.child("Figure").alternative(alternative);
        Atom atom = new Atom();
        float start = sheet.measure() - size;
        atom.drawing =
                (ink, left, top) -> {
                    box(ink, tag, left + start, top, size, size);
                    ink.belongsTo(tag);
                    drawing.accept(new Pen(ink, left + start, top));
                };
        add(atom);
    }

    /** One text and how it looks. */
    record Text(String text, Style style) {}

    /**
     * A picture at the left, at most so wide and so high, and texts beside it.
     *
     * @param image PNG or JPEG, opaque
     * @param alternative what it shows, in words
     */
    void picture(byte[] image, String alternative, float width, float height, List<Text> texts) {
        Image picture = image(image);
        picture.scaleToFit(width, height);
        float pictureWidth = picture.getScaledWidth();
        float pictureHeight = picture.getScaledHeight();
        float start = pictureWidth + GUTTER;
        float measure = sheet.measure() - start;
        List<List<Line>> set = new ArrayList<>();
        float textHeight = 0;
        for (Text text : texts) {
            List<Line> lines = Typesetter.set(List.of(Run.of(text.text())), text.style(), measure);
            set.add(lines);
            textHeight += (set.size() == 1 ? 0 : text.style().before());
            textHeight += lines.size() * text.style().lineHeight();
        }
        Tag figure = root.child("Figure").alternative(alternative);
        List<Tag> tags = texts.stream().map(text -> root.child("P")).toList();
        Atom atom = new Atom();
        atom.height = Math.max(pictureHeight, textHeight);
        float aboveText = (atom.height - textHeight) / 2;
        float abovePicture = (atom.height - pictureHeight) / 2;
        atom.drawing =
                (ink, left, top) -> {
                    box(ink, figure, left, top - abovePicture, pictureWidth, pictureHeight);
                    ink.belongsTo(figure);
                    ink.picture(picture, left, top - abovePicture - pictureHeight);
                    float y = top - aboveText;
                    for (int i = 0; i < texts.size(); i++) {
                        Style style = texts.get(i).style();
                        y -= i == 0 ? 0 : style.before();
                        ink.belongsTo(tags.get(i));
                        write(ink, set.get(i), style, left + start, y, measure);
                        y -= set.get(i).size() * style.lineHeight();
                    }
                };
        pictures.add(image);
        add(atom);
    }

    private static Image image(byte[] bytes) {
        try {
            return Image.getInstance(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void box(Ink ink, Tag tag, float left, float top, float width, float height) {
        tag.box(left, top - height, left + width, top);
        ink.exists(tag);
    }

    /** A journal's table: a rule above, under the head and below, hairlines between rows. */
    void table(Table table) {
        new TableSetter(table).add();
    }

    private final class TableSetter {
        private final Table table;
        private final Tag tag = root.child("Table");
        private final float[] lefts;
        private final float[] widths;

        TableSetter(Table table) {
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

        void add() {
            Atom head = head(true);
            head.before = 6;
            TaggedCanvas.this.add(head);
            Atom again = head(false);
            for (int i = 0; i < table.rows().size(); i++) {
                boolean last = i == table.rows().size() - 1;
                Atom row = row(table.rows().get(i), last);
                row.glued = i == 0 || (last && i > 0);
                row.head = again;
                row.after = last ? 8 : 0;
                TaggedCanvas.this.add(row);
            }
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
                            write(
                                    ink,
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
                    write(ink, lines, style, x, y, inner(i));
                }
            } else if (cell instanceof Table.DrawnCell drawn) {
                Tag figure = row.child("TD").child("Figure").alternative(drawn.alternative());
                box(ink, figure, x, y, inner(i), drawn.height());
                ink.belongsTo(figure);
                drawn.drawing().accept(new Pen(ink, x, y));
            }
        }
    }

    /** Width a {@link Table.DrawnCell} of this column may use, in points. */
    float cellWidth(List<Table.Column> columns, int column) {
        float weights = 0;
        for (Table.Column each : columns) {
            weights += each.weight();
        }
        return sheet.measure() * columns.get(column).weight() / weights - 2 * CELL_PADDING_X;
    }

    /** What the blocks add is not parted by a page break, unless it is longer than a page. */
    void together(Runnable blocks) {
        int first = atoms.size();
        blocks.run();
        for (int i = first + 1; i < atoms.size(); i++) {
            atoms.get(i).glued = true;
        }
    }

    /** The block before stays with the block after: with its last two lines, if it is a text. */
    void keepNext() {
        glueNext = true;
    }

    /** The next block starts on a new page. */
    void newPage() {
        breakNext = !atoms.isEmpty();
    }

    private void add(Atom atom) {
        atom.glued |= glueNext && !atoms.isEmpty();
        atom.onNewPage = breakNext;
        glueNext = false;
        breakNext = false;
        atoms.add(atom);
    }

    /** Places, draws and returns the document. */
    byte[] close() {
        List<List<Placed>> pages = paginate();
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        Document document = new Document(PageSize.LETTER, 0, 0, 0, 0);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setTagged();
        writer.setTabs(PdfName.S);
        writer.setViewerPreferences(
                PdfWriter.DisplayDocTitle
                        | (bookmarks.size() > 1 ? PdfWriter.PageModeUseOutlines : 0));
        document.open();
        describe(writer);
        MessageDigest content = sha256();
        content.update(sheet.toString().getBytes(StandardCharsets.UTF_8));
        pictures.forEach(content::update);
        Ink ink = new Ink(writer);
        List<PdfOutline> path = new ArrayList<>(List.of(writer.getRootOutline()));
        for (int i = 0; i < pages.size(); i++) {
            if (i > 0) {
                document.newPage();
            }
            head(ink, i);
            for (Placed placed : pages.get(i)) {
                bookmark(placed, path);
                placed.atom().drawing.draw(ink, sheet.side(), placed.top());
            }
            foot(ink, i, pages.size());
            ink.endPage();
            content.update(ink.content().getInternalBuffer().toByteArray());
        }
        byte[] id = Arrays.copyOf(content.digest(), ID_LENGTH);
        Face.tagSubsets(ByteBuffer.wrap(id).getLong());
        try {
            document.close();
        } finally {
            Face.forgetSubsetTags();
        }
        return identify(out.toByteArray(), id);
    }

    private void describe(PdfWriter writer) {
        try {
            writer.setXmpMetadata(Xmp.packet(sheet).getBytes(StandardCharsets.UTF_8));
            writer.getInfo().put(PdfName.TITLE, unicode(sheet.title()));
            if (sheet.author() != null) {
                writer.getInfo().put(PdfName.AUTHOR, unicode(sheet.author()));
            }
            GregorianCalendar date = GregorianCalendar.from(sheet.date().atZone(ZoneOffset.UTC));
            writer.getInfo().put(PdfName.CREATIONDATE, new PdfDate(date));
            writer.getExtraCatalog().put(PdfName.LANG, new PdfString("en-US"));
            // "PDFA/1" is how the library is told to write the intent as one of PDF/A.
            writer.setOutputIntents(
                    "Custom", "PDFA/1", "http://www.color.org", "sRGB IEC61966-2.1", SRGB);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdfString unicode(String text) {
        return new PdfString(text, PdfObject.TEXT_UNICODE);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The library writes a random file id of the same length: ours follows from the content. */
    static byte[] identify(byte[] pdf, byte[] id) {
        String written = new String(pdf, StandardCharsets.ISO_8859_1);
        int at = written.lastIndexOf("/ID");
        String hex = HexFormat.of().formatHex(id);
        for (int copy = 0; copy < 2; copy++) {
            at = written.indexOf('<', at) + 1;
            if (at == 0 || written.charAt(at + hex.length()) != '>') {
                throw new IllegalStateException("No file id of the expected form");
            }
            System.arraycopy(hex.getBytes(StandardCharsets.US_ASCII), 0, pdf, at, hex.length());
        }
        return pdf;
    }

    private void bookmark(Placed placed, List<PdfOutline> path) {
        for (Bookmark mark : bookmarks) {
            if (mark.atom() == placed.atom()) {
                while (path.size() > mark.level()) {
                    path.remove(path.size() - 1);
                }
                PdfDestination place =
                        new PdfDestination(PdfDestination.XYZ, 0, placed.top() + 12, 0);
                path.add(new PdfOutline(path.get(path.size() - 1), place, mark.title()));
            }
        }
    }

    private void head(Ink ink, int page) {
        if (page > 0 && sheet.head() != null) {
            ink.belongsTo(Tag.ARTIFACT);
            new Pen(ink, sheet.side(), Sheet.HEIGHT - sheet.top() + 26)
                    .text(0, 0, sheet.head(), FOOT);
        }
    }

    /** The foot is read once, after the last block; on other pages it is decoration. */
    private void foot(Ink ink, int page, int pages) {
        float top = sheet.bottom() - 20;
        boolean last = page == pages - 1;
        if (sheet.foot() != null) {
            ink.belongsTo(Tag.ARTIFACT);
            new Pen(ink, sheet.side(), top + 6).fill(0, 0, sheet.measure(), .5f, Style.HAIRLINE);
            ink.belongsTo(last ? root.child("P") : Tag.ARTIFACT);
            float width = sheet.measure() - FOOT_NUMBER_WIDTH;
            write(
                    ink,
                    Typesetter.set(List.of(Run.of(sheet.foot())), FOOT, width),
                    FOOT,
                    sheet.side(),
                    top,
                    width);
        }
        if (pages > 1) {
            ink.belongsTo(Tag.ARTIFACT);
            String number =
                    new MessageFormat(sheet.pageNumber(), Locale.US)
                            .format(new Object[] {page + 1, pages});
            new Pen(ink, sheet.side(), top)
                    .text(sheet.measure(), 0, number, FOOT.align(Style.Align.RIGHT));
        }
    }

    private List<List<Placed>> paginate() {
        List<List<Placed>> pages = new ArrayList<>();
        List<Placed> page = new ArrayList<>();
        pages.add(page);
        float y = Sheet.HEIGHT - sheet.top();
        int i = 0;
        while (i < atoms.size()) {
            int end = i + 1;
            while (end < atoms.size() && atoms.get(end).glued) {
                end++;
            }
            List<Atom> chunk = atoms.subList(i, end);
            boolean fits = y - height(chunk, last(page)) >= sheet.bottom() - ROUNDING;
            boolean fitsOnePage = height(chunk, null) <= sheet.usableHeight() + ROUNDING;
            boolean turn = chunk.get(0).onNewPage || (!fits && fitsOnePage);
            for (Atom atom : chunk) {
                Atom last = last(page);
                if (last != null
                        && (turn || y - height(List.of(atom), last) < sheet.bottom() - ROUNDING)) {
                    page = new ArrayList<>();
                    pages.add(page);
                    y = Sheet.HEIGHT - sheet.top();
                    last = null;
                }
                turn = false;
                if (last == null && atom.head != null) {
                    page.add(new Placed(atom.head, y));
                    y -= atom.head.height;
                }
                if (atom.height > sheet.usableHeight()) {
                    throw new IllegalStateException("A block is taller than a page");
                }
                y -= last == null ? 0 : gap(last, atom);
                page.add(new Placed(atom, y));
                y -= atom.height;
            }
            i = end;
        }
        return pages;
    }

    private static Atom last(List<Placed> page) {
        return page.isEmpty() ? null : page.get(page.size() - 1).atom();
    }

    private static float gap(Atom above, Atom below) {
        return Math.max(above.after, below.before);
    }

    private static float height(List<Atom> chunk, Atom above) {
        float height = 0;
        Atom last = above;
        for (Atom atom : chunk) {
            height += atom.height;
            height += last == null ? (atom.head == null ? 0 : atom.head.height) : gap(last, atom);
            last = atom;
        }
        return height;
    }
}

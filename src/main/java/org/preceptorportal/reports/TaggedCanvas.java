package org.preceptorportal.reports;

import com.lowagie.text.Image;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * Tagged pages of US Letter: blocks in, PDF/A-2a and PDF/UA-1 out.
 *
 * <p>Blocks are set as they come and placed on {@link #close}: only then are page breaks known. No
 * paragraph leaves or sends less than two lines, a head stays with what it heads, and what was
 * added inside {@link #together} is not parted. Equal blocks give equal bytes.
 */
final class TaggedCanvas {
    private static final Style FACT_LABEL = Style.sans(7.5f).color(Style.SOFT);
    private static final Style FACT_VALUE = Style.sans(8.5f);
    private static final int FACTS_IN_A_ROW = 3;
    private static final float GUTTER = 14;

    static {
        // Else each picture goes through a temporary file, and none is drawn when that disk is
        // full.
        ImageIO.setUseCache(false);
    }

    private final Sheet sheet;
    private final Tag root = Tag.root();
    private final List<Atom> atoms = new ArrayList<>();
    private final List<TaggedFile.Bookmark> bookmarks = new ArrayList<>();
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
        bookmarks.add(new TaggedFile.Bookmark(level, text, atoms.get(first)));
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
                        ink.write(line, style, left + indent + Ink.shift(line, style, width), top);
                    };
            add(atom);
        }
    }

    private static void label(Ink ink, Label label, Style style, float right, float top) {
        ink.belongsTo(label.tag());
        Line line = Typesetter.line(label.text(), style);
        ink.write(line, style, right - label.gap() - line.width(), top);
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
                            ink.write(labels.get(i), FACT_LABEL, x, top, width);
                            ink.belongsTo(item.child("LBody"));
                            ink.write(values.get(i), FACT_VALUE, x, top - labelHeight, width);
                        }
                    };
            add(atom);
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
                    ink.place(tag, left, top, width, height);
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
                    ink.place(tag, left + start, top, size, size);
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
                    ink.place(figure, left, top - abovePicture, pictureWidth, pictureHeight);
                    ink.belongsTo(figure);
                    ink.picture(picture, left, top - abovePicture - pictureHeight);
                    float y = top - aboveText;
                    for (int i = 0; i < texts.size(); i++) {
                        Style style = texts.get(i).style();
                        y -= i == 0 ? 0 : style.before();
                        ink.belongsTo(tags.get(i));
                        ink.write(set.get(i), style, left + start, y, measure);
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

    /** A journal's table: a rule above, under the head and below, hairlines between rows. */
    void table(Table table) {
        new TableSetter(sheet, root.child("Table"), table).atoms().forEach(this::add);
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

    /** How many pages the blocks take so far. */
    int pages() {
        return Pagination.of(sheet, atoms).size();
    }

    /** Places, draws and returns the document; the canvas is empty then. */
    byte[] close() {
        return print().pdf();
    }

    /** The same, and how many pages it has. */
    Printed print() {
        List<List<Pagination.Placed>> pages = Pagination.of(sheet, atoms);
        atoms.clear();
        return new Printed(
                new TaggedFile(sheet, root, bookmarks, pictures).write(pages), pages.size());
    }
}

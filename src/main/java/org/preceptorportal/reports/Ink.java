package org.preceptorportal.reports;

import com.lowagie.text.Image;
import com.lowagie.text.pdf.ByteBuffer;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureTreeRoot;
import java.util.List;

/** Writes tagged content onto the pages of one document. */
final class Ink {
    private static final PdfName SPAN = new PdfName("Span");
    private static final PdfName ARTIFACT = new PdfName("Artifact");
    private static final PdfName ACTUAL_TEXT = new PdfName("ActualText");

    /** Ascent and descent of the Noto faces in em: they place the baseline in its line. */
    private static final float ASCENT = 1.069f;

    private static final float DESCENT = 0.293f;

    /** Of the size, stroked around a letter to make it bold. */
    private static final float THICKER = .03f;

    /** A distance in points that nobody sees. */
    private static final float STILL = .005f;

    private final TaggedWriter writer;
    private final PdfContentByte content;
    private final PdfStructureTreeRoot tree;
    private Tag open;

    Ink(TaggedWriter writer) {
        this.writer = writer;
        content = writer.getDirectContent();
        tree = writer.getStructureTreeRoot();
    }

    PdfContentByte content() {
        return content;
    }

    /** What follows belongs to this tag, until the next one or the end of the page. */
    void belongsTo(Tag tag) {
        if (tag == open) {
            return;
        }
        endPage();
        if (tag == Tag.ARTIFACT) {
            content.beginMarkedContentSequence(ARTIFACT);
        } else {
            content.beginMarkedContentSequence(tag.element(tree));
        }
        open = tag;
    }

    /** Makes the tag exist although nothing is drawn in it, such as an empty cell. */
    void exists(Tag tag) {
        tag.element(tree);
    }

    /** Says that nothing more is drawn in what was drawn last, so that it need not be held. */
    void ends(Tag tag) {
        tag.write(writer);
    }

    void endPage() {
        if (open != null) {
            content.endMarkedContentSequence();
            open = null;
        }
    }

    /** Draws a picture at its scaled size; {@code left} and {@code bottom} are its corner. */
    void picture(Image picture, float left, float bottom) {
        content.addImage(
                picture, picture.getScaledWidth(), 0, 0, picture.getScaledHeight(), left, bottom);
    }

    /** Makes a figure exist where it is going to be drawn. */
    void place(Tag figure, float left, float top, float width, float height) {
        figure.box(left, top - height, left + width, top);
        exists(figure);
    }

    /** Draws lines below each other in a column of this width, as the style aligns them. */
    void write(List<Line> lines, Style style, float left, float top, float width) {
        float y = top;
        for (Line line : lines) {
            write(line, style, left + shift(line, style, width), y);
            y -= style.lineHeight();
        }
    }

    /**
     * Writes lines from below to above; {@code left} is the left edge of the first one, {@code
     * foot} where they start.
     */
    void upright(List<Line> lines, Style style, float left, float foot) {
        content.saveState();
        content.concatCTM(0, 1, -1, 0, left, foot);
        for (int i = 0; i < lines.size(); i++) {
            write(lines.get(i), style, 0, -i * style.lineHeight());
        }
        content.restoreState();
    }

    /** Distance of a line from the left edge of its column. */
    static float shift(Line line, Style style, float width) {
        return switch (style.align()) {
            case LEFT -> 0;
            case START -> line.rightToLeft() ? width - line.width() : 0;
            case CENTER -> (width - line.width()) / 2;
            case RIGHT -> width - line.width();
        };
    }

    /** Draws one line; {@code top} is its upper edge, {@code left} where its pieces start. */
    void write(Line line, Style style, float left, float top) {
        if (line.pieces().isEmpty()) {
            return;
        }
        float half = (style.lineHeight() - (ASCENT + DESCENT) * style.size()) / 2;
        float baseline = top - half - ASCENT * style.size();
        int rgb = style.rgb();
        content.setRGBColorFill(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
        content.beginText();
        for (Line.Piece piece : line.pieces()) {
            boolean ready = piece.places() == null && isReady(piece);
            if (!ready) {
                content.setFontAndSize(piece.face().base, style.size());
            }
            if (piece.face().thickened) {
                thicken(style);
            }
            content.setTextMatrix(left + piece.x(), baseline);
            if (piece.meant() != null) {
                content.beginMarkedContentSequence(SPAN, properties(piece), true);
            }
            if (ready) {
                show(piece, style.size());
            } else if (piece.places() == null) {
                content.showTextKerned(piece.shown());
            } else {
                place(piece, style.size(), left + piece.x(), baseline);
            }
            if (piece.meant() != null) {
                content.endMarkedContentSequence();
            }
            if (piece.face().thickened) {
                content.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_FILL);
            }
        }
        content.endText();
    }

    private static boolean isReady(Line.Piece piece) {
        String shown = piece.shown();
        for (int i = 0; i < shown.length(); i++) {
            if (piece.face().part(shown.charAt(i)) == null) {
                return false;
            }
        }
        return true;
    }

    /** Shows characters of ready fonts, in as many runs as fonts. */
    private void show(Line.Piece piece, float size) {
        Face face = piece.face();
        String shown = piece.shown();
        int from = 0;
        while (from < shown.length()) {
            Face.Part part = face.part(shown.charAt(from));
            ReadyFont font = part.ready();
            writer.need(font);
            content.setFontAndSize(font.handle(), size);
            ByteBuffer out = content.getInternalBuffer();
            out.append("[(");
            int i = from;
            for (; i < shown.length() && face.part(shown.charAt(i)) == part; i++) {
                char c = shown.charAt(i);
                int glyph = font.code(c);
                escaped(out, glyph >> 8);
                escaped(out, glyph & 0xff);
                int kern = i + 1 < shown.length() ? face.kern(c, shown.charAt(i + 1)) : 0;
                if (kern != 0) {
                    out.append(')').append(-kern).append('(');
                }
            }
            out.append(")]TJ\n");
            from = i;
        }
    }

    private static void escaped(ByteBuffer out, int value) {
        switch (value) {
            case '(', ')', '\\' -> out.append('\\').append_i(value);
            case '\r' -> out.append("\\r");
            case '\n' -> out.append("\\n");
            default -> out.append_i(value);
        }
    }

    private void thicken(Style style) {
        content.setRGBColorStroke(style.rgb() >> 16, style.rgb() >> 8 & 0xff, style.rgb() & 0xff);
        content.setLineWidth(style.size() * THICKER);
        content.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_FILL_STROKE);
    }

    /** Moves only where a character does not follow the one before by itself. */
    private void place(Line.Piece piece, float size, float left, float baseline) {
        String shown = piece.shown();
        float[] places = piece.places();
        StringBuilder flow = new StringBuilder();
        float pen = 0;
        float height = 0;
        for (int i = 0; i < shown.length(); i++) {
            float x = places[2 * i];
            float y = places[2 * i + 1];
            if (Math.abs(x - pen) > STILL || Math.abs(y - height) > STILL) {
                if (!flow.isEmpty()) {
                    content.showText(flow.toString());
                    flow.setLength(0);
                }
                content.setTextMatrix(left + x, baseline + y);
                pen = x;
                height = y;
            }
            flow.append(shown.charAt(i));
            pen += piece.face().advance(shown.charAt(i)) * size / 1000;
        }
        content.showText(flow.toString());
    }

    private static PdfDictionary properties(Line.Piece piece) {
        PdfDictionary properties = new PdfDictionary();
        properties.put(ACTUAL_TEXT, new PdfString(piece.meant(), PdfObject.TEXT_UNICODE));
        return properties;
    }
}

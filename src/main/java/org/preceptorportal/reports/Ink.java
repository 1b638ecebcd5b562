package org.preceptorportal.reports;

import com.lowagie.text.Image;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureTreeRoot;
import com.lowagie.text.pdf.PdfWriter;

/** Writes tagged content onto the pages of one document. */
final class Ink {
    private static final PdfName SPAN = new PdfName("Span");
    private static final PdfName ARTIFACT = new PdfName("Artifact");
    private static final PdfName ACTUAL_TEXT = new PdfName("ActualText");

    /** Ascent and descent of the Noto faces in em: they place the baseline in its line. */
    private static final float ASCENT = 1.069f;

    private static final float DESCENT = 0.293f;

    private final PdfContentByte content;
    private final PdfStructureTreeRoot tree;
    private Tag open;

    Ink(PdfWriter writer) {
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
            content.setFontAndSize(piece.face().base, style.size());
            content.setTextMatrix(left + piece.x(), baseline);
            if (piece.meant() != null) {
                content.beginMarkedContentSequence(SPAN, properties(piece), true);
            }
            content.showTextKerned(piece.shown());
            if (piece.meant() != null) {
                content.endMarkedContentSequence();
            }
        }
        content.endText();
    }

    private static PdfDictionary properties(Line.Piece piece) {
        PdfDictionary properties = new PdfDictionary();
        properties.put(ACTUAL_TEXT, new PdfString(piece.meant(), PdfObject.TEXT_UNICODE));
        return properties;
    }
}

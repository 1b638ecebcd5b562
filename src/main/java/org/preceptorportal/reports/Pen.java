package org.preceptorportal.reports;

import com.lowagie.text.pdf.PdfContentByte;
import java.util.List;

/**
 * Draws inside one box. Coordinates are points from the box's upper left corner, down is positive:
 * the way a page is read.
 */
final class Pen {
    private final PdfContentByte content;
    private final Ink ink;
    private final float left;
    private final float top;

    Pen(Ink ink, float left, float top) {
        this.ink = ink;
        this.content = ink.content();
        this.left = left;
        this.top = top;
    }

    /** A pen whose upper left corner lies elsewhere in this one's box. */
    Pen moved(float x, float y) {
        return new Pen(ink, left + x, top - y);
    }

    void line(float x1, float y1, float x2, float y2, float width, int rgb) {
        stroke(width, rgb);
        content.moveTo(left + x1, top - y1);
        content.lineTo(left + x2, top - y2);
        content.stroke();
    }

    /** A line of dashes and gaps of the same length in points. */
    void dashed(float x1, float y1, float x2, float y2, float width, int rgb, float dash) {
        content.saveState();
        content.setLineDash(dash, dash, 0);
        line(x1, y1, x2, y2, width, rgb);
        content.restoreState();
    }

    void fill(float x, float y, float width, float height, int rgb) {
        color(rgb);
        content.rectangle(left + x, top - y - height, width, height);
        content.fill();
    }

    void frame(float x, float y, float width, float height, float line, int rgb) {
        stroke(line, rgb);
        content.rectangle(left + x, top - y - height, width, height);
        content.stroke();
    }

    void dot(float x, float y, float radius, int rgb) {
        color(rgb);
        content.circle(left + x, top - y, radius);
        content.fill();
    }

    void ring(float x, float y, float radius, float line, int rgb) {
        stroke(line, rgb);
        content.circle(left + x, top - y, radius);
        content.stroke();
    }

    /** A square on its corner, filled with paper. */
    void diamond(float x, float y, float radius, float line, int rgb) {
        stroke(line, rgb);
        color(Style.PAPER);
        content.moveTo(left + x, top - y + radius);
        content.lineTo(left + x + radius, top - y);
        content.lineTo(left + x, top - y - radius);
        content.lineTo(left + x - radius, top - y);
        content.closePathFillStroke();
    }

    /** One line of text; {@code y} is the upper edge of the line, {@code x} as the style aligns. */
    void text(float x, float y, String text, Style style) {
        text(x, y, Typesetter.line(text, style), style);
    }

    /** The same of a text that was set in this style before. */
    void text(float x, float y, Line line, Style style) {
        float shift =
                switch (style.align()) {
                    case START, LEFT -> 0;
                    case CENTER -> line.width() / 2;
                    case RIGHT -> line.width();
                };
        ink.write(line, style, left + x - shift, top - y);
    }

    /** Lines below each other in a column, as the style aligns them. */
    void write(List<Line> lines, Style style, float x, float y, float width) {
        ink.write(lines, style, left + x, top - y, width);
    }

    private void color(int rgb) {
        content.setRGBColorFill(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    private void stroke(float width, int rgb) {
        content.setLineWidth(width);
        content.setRGBColorStroke(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }
}

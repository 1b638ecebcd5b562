package org.preceptorportal.reports;

/**
 * How a text looks.
 *
 * @param size in points
 * @param leading line distance as a multiple of the size
 * @param rgb colour as 0xRRGGBB
 * @param before space above in points; of two meeting spaces the larger counts
 * @param after space below in points
 * @param indent left indent in points
 */
record Style(
        Family family,
        boolean bold,
        boolean italic,
        float size,
        float leading,
        int rgb,
        Align align,
        float before,
        float after,
        float indent) {

    enum Family {
        /** Letters and reports: Noto Serif. */
        SERIF,
        /** Labels and tables: Noto Sans. */
        SANS
    }

    enum Align {
        /** Left; right where the paragraph is written from right to left. */
        START,
        LEFT,
        CENTER,
        RIGHT
    }

    static final int INK = 0x1b2733;
    static final int SOFT = 0x56616d;
    static final int ACCENT = 0x0b6158;
    static final int LINE = 0xb9b3a6;
    static final int HAIRLINE = 0xe4e0d8;
    static final int SURFACE = 0xfbfaf7;
    static final int PAPER = 0xffffff;

    static Style serif(float size) {
        return new Style(Family.SERIF, false, false, size, 1.35f, INK, Align.START, 0, 0, 0);
    }

    static Style sans(float size) {
        return new Style(Family.SANS, false, false, size, 1.35f, INK, Align.START, 0, 0, 0);
    }

    Style strong() {
        return new Style(family, true, italic, size, leading, rgb, align, before, after, indent);
    }

    Style slanted() {
        return new Style(family, bold, true, size, leading, rgb, align, before, after, indent);
    }

    Style leading(float times) {
        return new Style(family, bold, italic, size, times, rgb, align, before, after, indent);
    }

    Style color(int color) {
        return new Style(family, bold, italic, size, leading, color, align, before, after, indent);
    }

    Style align(Align side) {
        return new Style(family, bold, italic, size, leading, rgb, side, before, after, indent);
    }

    Style space(float above, float below) {
        return new Style(family, bold, italic, size, leading, rgb, align, above, below, indent);
    }

    Style indent(float points) {
        return new Style(family, bold, italic, size, leading, rgb, align, before, after, points);
    }

    /** Line distance in points. */
    float lineHeight() {
        return size * leading;
    }
}

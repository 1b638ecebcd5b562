package org.preceptorportal.reports;

import java.util.List;

/** A scale across a box and what stands on it: marks differ by shape, not by color alone. */
final class Scale {
    /** Free at both ends, so that marks at the ends are whole. */
    private static final float INSET = 5;

    private static final Style NUMBER =
            Style.sans(7).color(Style.SOFT).leading(1.2f).align(Style.Align.CENTER);
    private static final int BAND = 0xe9efe9;

    private final double lowest;
    private final double highest;
    private final List<String> steps;
    private final float width;

    /**
     * @param steps what stands under the axis, evenly from the lowest to the highest value
     */
    Scale(double lowest, double highest, List<String> steps, float width) {
        this.lowest = lowest;
        this.highest = highest;
        this.steps = steps;
        this.width = width;
    }

    /** The scale of ratings, 1 to 5. */
    static Scale ofRatings(float width) {
        return new Scale(1, 5, List.of("1", "2", "3", "4", "5"), width);
    }

    float at(double value) {
        double share = (Math.max(lowest, Math.min(highest, value)) - lowest) / (highest - lowest);
        return (float) (INSET + share * (width - 2 * INSET));
    }

    /** Hairlines from edge to edge of the box, so that those of neighboring rows join. */
    void grid(Pen pen, float height) {
        for (int i = 0; i < steps.size(); i++) {
            float x = step(i);
            pen.line(x, 0, x, height, .4f, Style.HAIRLINE);
        }
    }

    void numbers(Pen pen) {
        for (int i = 0; i < steps.size(); i++) {
            pen.text(step(i), 0, steps.get(i), NUMBER);
        }
    }

    private float step(int i) {
        return INSET + i * (width - 2 * INSET) / (steps.size() - 1);
    }

    /** Where the middle half of the others stands: a framed box with a bar at their middle. */
    void band(Pen pen, Band band, float middle) {
        float low = at(band.low());
        float high = Math.max(at(band.high()), low + 1);
        pen.fill(low, middle - 6, high - low, 12, BAND);
        pen.frame(low, middle - 6, high - low, 12, .4f, Style.LINE);
        float bar = at(band.middle());
        pen.line(bar, middle - 6, bar, middle + 6, 1.1f, Style.LINE);
    }

    void interval(Pen pen, double low, double high, float middle) {
        float from = at(low);
        float to = at(high);
        pen.line(from, middle, to, middle, 1.3f, Style.ACCENT);
        pen.line(from, middle - 2.6f, from, middle + 2.6f, .9f, Style.ACCENT);
        pen.line(to, middle - 2.6f, to, middle + 2.6f, .9f, Style.ACCENT);
    }

    /** A single observation. */
    void ring(Pen pen, double value, float middle) {
        pen.ring(at(value), middle, 2, .55f, Style.SOFT);
    }

    /** A mean as it was given. */
    void dot(Pen pen, double value, float middle) {
        pen.dot(at(value), middle, 2.7f, Style.ACCENT);
    }

    /** A score with leniency taken out. */
    void diamond(Pen pen, double value, float middle) {
        pen.diamond(at(value), middle, 3, .9f, Style.INK);
    }

    /** What others have. */
    void bar(Pen pen, double value, float middle) {
        float x = at(value);
        pen.line(x, middle - 6, x, middle + 6, 1.1f, Style.LINE);
    }
}

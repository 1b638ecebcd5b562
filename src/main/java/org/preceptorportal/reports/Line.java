package org.preceptorportal.reports;

import java.util.List;

/**
 * One set line: pieces from left to right.
 *
 * @param width of the visible text in points, without the spaces at its end
 * @param rightToLeft the direction of its paragraph
 */
record Line(List<Piece> pieces, float width, boolean rightToLeft) {

    /**
     * Characters of one face.
     *
     * @param shown what is drawn, from left to right
     * @param meant what a reader copies; null where it is what is drawn
     * @param x left edge from the left edge of the line, in points
     * @param places of each character from there and up from the baseline, in points, two figures
     *     each; null where one follows the other
     */
    record Piece(Face face, String shown, String meant, float x, float[] places) {

        Piece(Face face, String shown, String meant, float x) {
            this(face, shown, meant, x, null);
        }
    }
}

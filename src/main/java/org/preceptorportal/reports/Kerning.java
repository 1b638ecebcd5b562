package org.preceptorportal.reports;

import com.lowagie.text.pdf.BaseFont;

/** Which letters of a font stand closer or wider; one look instead of the library's five. */
final class Kerning {
    /** The fonts pair no others ({@code reports/fonts/kern.py}). */
    private static final char FIRST = '!';

    private static final char LAST = '\u2026';
    private static final Kerning NONE = new Kerning();

    private final byte[] places = new byte[LAST + 1];
    private final short[][] pairs;

    private Kerning() {
        pairs = new short[1][1];
    }

    private Kerning(BaseFont font) {
        char[] paired = new char[Byte.MAX_VALUE];
        byte count = 0;
        for (char c = FIRST; c <= LAST; c++) {
            if ((c <= '~' || c >= '\u2013') && font.charExists(c)) {
                paired[count] = c;
                places[c] = ++count;
            }
        }
        pairs = new short[count + 1][count + 1];
        for (int left = 0; left < count; left++) {
            for (int right = 0; right < count; right++) {
                pairs[left + 1][right + 1] = (short) font.getKerning(paired[left], paired[right]);
            }
        }
    }

    static Kerning of(BaseFont font) {
        return font.hasKernPairs() ? new Kerning(font) : NONE;
    }

    /** In thousandths of the font size. */
    int between(char left, char right) {
        return left > LAST || right > LAST ? 0 : pairs[places[left]][places[right]];
    }
}

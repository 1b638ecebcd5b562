package org.preceptorportal.reports;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins, reorders and stacks what one character after the other would draw wrongly: Devanagari
 * syllables, accents over accents. The rules are the font's own, read by the JDK's text layout
 * (HarfBuzz). Every glyph of a font that is shaped has a character, if only one of private use
 * ({@code reports/fonts/shaped.py}): the PDF library writes characters.
 */
final class Shaper {
    /** Slim runtimes come without the libraries the JDK reads fonts with. */
    static final boolean IS_POSSIBLE = isPossible();

    /** The JDK sets type in points: at this size its figures are thousandths of an em. */
    private static final float EM = 1000;

    private static final FontRenderContext EXACT =
            new FontRenderContext(new AffineTransform(), true, true);

    /** From here on the JDK means no glyph, such as that of a joiner. */
    private static final int INVISIBLE = 0xfffe;

    private final Font font;
    private final Map<Integer, Character> characters = new HashMap<>();

    private static boolean isPossible() {
        try {
            return new Font(Font.SERIF, Font.PLAIN, 10).canDisplay('a');
        } catch (LinkageError | InternalError | RuntimeException e) {
            System.getLogger(Shaper.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "This Java runtime has no font libraries: Devanagari is refused",
                            e);
            return false;
        }
    }

    /**
     * @param file the font
     * @param has which characters it has
     */
    Shaper(byte[] file, List<Character> has) {
        try {
            font =
                    Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file))
                            .deriveFont(EM);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        char[] all = new char[has.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = has.get(i);
        }
        int[] glyphs =
                font.createGlyphVector(EXACT, all)
                        .getGlyphCodes(0, all.length, new int[all.length]);
        for (int i = 0; i < all.length; i++) {
            characters.putIfAbsent(glyphs[i], all[i]);
        }
    }

    /**
     * What is drawn for a part of a text.
     *
     * @return from the first character to the last; none overlap
     */
    List<Cluster> shape(char[] text, int start, int end, boolean rightToLeft) {
        GlyphVector set =
                font.layoutGlyphVector(
                        EXACT,
                        text,
                        start,
                        end,
                        rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        int count = set.getNumGlyphs();
        if (rightToLeft) {
            return List.of(cluster(set, 0, count, start, end));
        }
        List<Cluster> clusters = new ArrayList<>();
        int from = 0;
        while (from < count) {
            int first = set.getGlyphCharIndex(from);
            int to = from + 1;
            while (to < count && !begins(set, first, to)) {
                to++;
            }
            int next = to < count ? start + set.getGlyphCharIndex(to) : end;
            clusters.add(cluster(set, from, to, start + first, next));
            from = to;
        }
        return clusters;
    }

    /** A mark without an advance belongs to what it stands over. */
    private static boolean begins(GlyphVector set, int first, int glyph) {
        return set.getGlyphCharIndex(glyph) > first && set.getGlyphMetrics(glyph).getAdvanceX() > 0;
    }

    private Cluster cluster(GlyphVector set, int from, int to, int start, int end) {
        // Set from the right, the first glyph may be a mark that stands aside.
        double left = from == 0 ? 0 : set.getGlyphPosition(from).getX();
        StringBuilder glyphs = new StringBuilder();
        float[] x = new float[to - from];
        float[] y = new float[to - from];
        for (int i = from; i < to; i++) {
            if (set.getGlyphCode(i) < INVISIBLE) {
                Point2D at = set.getGlyphPosition(i);
                x[glyphs.length()] = (float) (at.getX() - left);
                y[glyphs.length()] = (float) -at.getY();
                glyphs.append(character(set.getGlyphCode(i)));
            }
        }
        float advance = (float) (set.getGlyphPosition(to).getX() - left);
        return new Cluster(start, end, glyphs.toString(), x, y, advance);
    }

    private char character(int glyph) {
        Character character = characters.get(glyph);
        if (character == null) {
            throw new IllegalStateException(
                    font.getFontName() + " has a glyph without a character: " + glyph);
        }
        return character;
    }

    /**
     * Glyphs that are drawn together; figures in thousandths of the font size.
     *
     * @param start the first character they stand for
     * @param end behind the last
     * @param x of each glyph, from the left edge
     * @param y of each glyph, up from the baseline
     */
    record Cluster(int start, int end, String glyphs, float[] x, float[] y, float advance) {}
}

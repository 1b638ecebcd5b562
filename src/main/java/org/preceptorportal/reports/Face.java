package org.preceptorportal.reports;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One font file of the house, parsed once per process; its metrics are shared by all documents and
 * threads. The files lie in {@code /reports/fonts}.
 */
final class Face {
    private static final Map<String, Face> LOADED = new ConcurrentHashMap<>();

    final BaseFont base;
    private final short[] advances = new short[Character.MAX_VALUE + 1];
    private final boolean kerned;

    private Face(String name) {
        base = read(name);
        kerned = base.hasKernPairs();
        Arrays.fill(advances, (short) -1);
        for (int c = ' '; c < advances.length; c++) {
            if (!Character.isSurrogate((char) c) && base.charExists(c)) {
                advances[c] = (short) base.getWidth(c);
            }
        }
    }

    private static BaseFont read(String name) {
        try (InputStream in = Face.class.getResourceAsStream("/reports/fonts/" + name + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("The font " + name + " is not in the archive");
            }
            BaseFont font =
                    BaseFont.createFont(
                            name + ".ttf",
                            BaseFont.IDENTITY_H,
                            BaseFont.EMBEDDED,
                            false,
                            in.readAllBytes(),
                            null);
            // The library's CIDSet does not list all glyphs of a subset; PDF/A-2 needs none.
            font.setIncludeCidSet(false);
            font.setSecureRandom(new SubsetTag());
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Face named(String name) {
        return LOADED.computeIfAbsent(name, Face::new);
    }

    /** The faces to try for a text, best first. */
    static List<Face> chain(Style.Family family, boolean bold, boolean italic) {
        String cut = bold ? (italic ? "BoldItalic" : "Bold") : (italic ? "Italic" : "Regular");
        String weight = bold ? "Bold" : "Regular";
        return List.of(
                named((family == Style.Family.SERIF ? "NotoSerif-" : "NotoSans-") + cut),
                named("NotoNaskhArabic-" + weight),
                named("NotoSerifHebrew-" + weight),
                named("NotoSansMath-Regular"),
                named("NotoSansSymbols2-Regular"));
    }

    boolean has(char c) {
        return advances[c] >= 0;
    }

    /** Width in thousandths of the font size. */
    int advance(char c) {
        return advances[c];
    }

    /** What is added between two neighbours, in thousandths of the font size. */
    int kern(char left, char right) {
        return kerned ? base.getKerning(left, right) : 0;
    }

    /** Middle of the drawn shape, in thousandths of the font size from the origin. */
    int middle(char c) {
        int[] box = base.getCharBBox(c);
        return box == null ? 0 : (box[0] + box[2]) / 2;
    }

    /**
     * Lets the subset tags of this thread's next document follow from its content: the same page
     * must give the same bytes, and the library would draw six letters by lot.
     */
    static void tagSubsets(long seed) {
        SubsetTag.LETTERS.set(new Random(seed));
    }

    static void forgetSubsetTags() {
        SubsetTag.LETTERS.remove();
    }

    private static final class SubsetTag extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private static final ThreadLocal<Random> LETTERS = new ThreadLocal<>();

        @Override
        public double nextDouble() {
            return LETTERS.get().nextDouble();
        }
    }
}

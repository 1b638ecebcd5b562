package org.preceptorportal.reports;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One font file of the house, parsed once per process; its metrics are shared by all documents and
 * threads. The files lie in {@code /reports/fonts}.
 */
final class Face {
    private static final Map<String, Face> LOADED = new ConcurrentHashMap<>();

    /** How the names of the faces begin that nearly all texts are drawn from. */
    private static final String LATIN = "NotoS";

    private static final String FREQUENT = "áàâãäçéèêíñóôöúü";
    private static final String SIGNS = "#$%*+<=>@[\\]^_`{|}~";

    /**
     * English; signs that its letters seldom have; then what names from Europe and its daughters
     * have, in parts so small that one accent does not bring a hundred others along.
     */
    private static final List<String> READY =
            List.of(
                    without(SIGNS, from(' ', '~'))
                            + "\u00A0\u00B7\u2013\u2014\u2018\u2019\u201C\u201D\u2022\u2026",
                    SIGNS + from('\u00A1', '\u00B6') + from('\u00B8', '\u00BF') + "\u00D7\u00F7",
                    from('\u00C0', '\u00D6') + from('\u00D8', '\u00DE'),
                    FREQUENT,
                    without(FREQUENT, from('\u00DF', '\u00F6') + from('\u00F8', '\u00FF')),
                    from('\u0100', '\u017F'));

    static final char LAST_READY = '\u2026';

    private final String name;
    final BaseFont base;

    /** Drawn with a stroke around: bold letters of a font that has none. */
    final boolean thickened;

    private final short[] advances = new short[Character.MAX_VALUE + 1];
    private final Kerning kerning;
    private final Part[] parts;
    private Shaper shaper;

    /** Some characters of a face, made ready when a document first needs one. */
    static final class Part {
        private final BaseFont face;
        private final String characters;
        private volatile ReadyFont ready;

        private Part(BaseFont face, String characters) {
            this.face = face;
            this.characters = characters;
        }

        ReadyFont ready() {
            return ready == null ? make() : ready;
        }

        private synchronized ReadyFont make() {
            if (ready == null) {
                ready = new ReadyFont(face, characters);
            }
            return ready;
        }
    }

    private Face(String name) {
        this.name = name;
        base = read(name);
        thickened = false;
        kerning = Kerning.of(base);
        Arrays.fill(advances, (short) -1);
        for (int c = ' '; c < advances.length; c++) {
            if (!Character.isSurrogate((char) c) && base.charExists(c)) {
                advances[c] = (short) base.getWidth(c);
            }
        }
        parts = name.startsWith(LATIN) ? parts() : new Part[0];
    }

    private Part[] parts() {
        Part[] all = new Part[LAST_READY + 1];
        for (String wanted : READY) {
            StringBuilder has = new StringBuilder();
            wanted.chars().filter(c -> has((char) c)).forEach(c -> has.append((char) c));
            Part part = new Part(base, has.toString());
            has.chars().forEach(c -> all[c] = part);
        }
        return all;
    }

    private static String without(String some, String all) {
        StringBuilder rest = new StringBuilder();
        all.chars().filter(c -> some.indexOf(c) < 0).forEach(c -> rest.append((char) c));
        return rest.toString();
    }

    private static String from(char first, char last) {
        StringBuilder all = new StringBuilder();
        for (char c = first; c <= last; c++) {
            all.append(c);
        }
        return all.toString();
    }

    /**
     * The part a character is drawn from; null if it has to be taken from the whole face, as a rare
     * one must.
     */
    Part part(char c) {
        return c < parts.length ? parts[c] : null;
    }

    private Face(Face regular) {
        name = regular.name;
        base = regular.base;
        thickened = true;
        System.arraycopy(regular.advances, 0, advances, 0, advances.length);
        kerning = regular.kerning;
        parts = regular.parts;
    }

    private static byte[] file(String name) {
        try (InputStream in = Face.class.getResourceAsStream("/reports/fonts/" + name + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("The font " + name + " is not in the archive");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BaseFont read(String name) {
        try {
            BaseFont font =
                    BaseFont.createFont(
                            name + ".ttf",
                            BaseFont.IDENTITY_H,
                            BaseFont.EMBEDDED,
                            false,
                            file(name),
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
        Face face = LOADED.get(name);
        return face == null ? LOADED.computeIfAbsent(name, Face::new) : face;
    }

    private static Face thickened(String name) {
        return LOADED.computeIfAbsent(name + " thickened", key -> new Face(named(name)));
    }

    /** The faces to try for a text, best first; they are read when a text needs them. */
    static final class Chain {
        private static final Map<String, Chain> CHAINS = new ConcurrentHashMap<>();

        private final Face first;
        private final List<Supplier<Face>> others;

        private Chain(String first, String weight) {
            this.first = named(first);
            others =
                    List.of(
                            () -> named("NotoNaskhArabic-" + weight),
                            () -> named("NotoSerifHebrew-" + weight),
                            () -> named("NotoSerifDevanagari-" + weight),
                            () -> named("NotoSansMath-Regular"),
                            () -> named("NotoSansSymbols2-Regular"),
                            () ->
                                    weight.equals("Bold")
                                            ? thickened("DroidSansFallback")
                                            : named("DroidSansFallback"));
        }

        /** The best face that has the character; null if none has. */
        Face find(char c) {
            if (first.has(c)) {
                return first;
            }
            for (Supplier<Face> other : others) {
                Face face = other.get();
                if (face.has(c)) {
                    return face;
                }
            }
            return null;
        }
    }

    static Chain chain(Style.Family family, boolean bold, boolean italic) {
        String weight = bold ? "Bold" : "Regular";
        String cut = italic ? (bold ? "BoldItalic" : "Italic") : weight;
        String first = (family == Style.Family.SERIF ? "NotoSerif-" : "NotoSans-") + cut;
        return Chain.CHAINS.computeIfAbsent(first, key -> new Chain(key, weight));
    }

    /**
     * Sets what one character after the other would draw wrongly.
     *
     * @return null where the Java runtime has no font libraries
     */
    synchronized Shaper shaper() {
        if (shaper == null && Shaper.IS_POSSIBLE) {
            List<Character> all = new ArrayList<>();
            for (int c = ' '; c < advances.length; c++) {
                if (has((char) c)) {
                    all.add((char) c);
                }
            }
            shaper = new Shaper(file(name), all);
        }
        return shaper;
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
        return kerning.between(left, right);
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

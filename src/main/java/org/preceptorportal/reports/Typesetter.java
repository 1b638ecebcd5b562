package org.preceptorportal.reports;

import java.text.Bidi;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Turns text into lines: chooses a face per character, joins Arabic letters, orders mixed
 * directions (Unicode bidirectional algorithm) and breaks at word boundaries.
 */
final class Typesetter {
    private static final String MIRRORED = "()[]{}<>«»‹›";
    private static final char FIRST_MARK = '\u0300';

    /** Scripts whose letters cannot be drawn one after the other. */
    private static final Set<Character.UnicodeScript> SHAPED =
            Set.of(Character.UnicodeScript.DEVANAGARI);

    /** Made once for each thread: it copies its rules each time. */
    private static final ThreadLocal<BreakIterator> WORDS =
            ThreadLocal.withInitial(() -> BreakIterator.getLineInstance(Locale.ENGLISH));

    private final String text;
    private final Face[] faces;
    private final char[] shown;
    private final float size;
    private final Bidi bidi;

    /** Of all before a character, in thousandths of the font size. */
    private final double[] widths;

    /** The same of what was added between each of them and its next. */
    private final double[] kerns;

    /** By the character each starts with; null where the text is plain. */
    private Shaper.Cluster[] clusters;

    private Typesetter(List<Run> runs, Style style) {
        size = style.size();
        StringBuilder joined = new StringBuilder();
        List<Face.Chain> chains = new ArrayList<>();
        for (Run run : runs) {
            String part = clean(run.text());
            joined.append(part);
            Face.Chain chain =
                    Face.chain(
                            style.family(),
                            style.bold() || run.bold(),
                            style.italic() ^ run.italic());
            for (int i = 0; i < part.length(); i++) {
                chains.add(chain);
            }
        }
        text = joined.toString();
        shown = ArabicShaper.shape(text.toCharArray());
        faces = new Face[text.length()];
        boolean plain = true;
        for (int i = 0; i < faces.length; i++) {
            faces[i] = pick(chains.get(i), i);
            plain &= shown[i] < FIRST_MARK || !(isMark(i) || isShaped(i));
        }
        bidi =
                new Bidi(
                        text,
                        rightToLeft(text)
                                ? Bidi.DIRECTION_RIGHT_TO_LEFT
                                : Bidi.DIRECTION_LEFT_TO_RIGHT);
        if (!plain) {
            clusters = new Shaper.Cluster[text.length()];
            cluster();
        }
        widths = new double[faces.length + 1];
        kerns = new double[faces.length + 1];
        sum();
    }

    /** Finds what must be shaped: runs of such a script, and words with marks. */
    private void cluster() {
        int i = 0;
        while (i < text.length()) {
            int end = i + 1;
            if (isShaped(i)) {
                while (end < text.length() && continuesShaped(i, end)) {
                    end++;
                }
                shape(i, end);
            } else if (isLetter(i) && level(i) % 2 == 0) {
                boolean marked = false;
                while (end < text.length() && faces[end] == faces[i] && isLetter(end)) {
                    marked |= isMark(end);
                    end++;
                }
                if (marked) {
                    shape(i, end);
                }
            } else if (isLetter(i)) {
                while (end < text.length() && faces[end] == faces[i] && isMark(end)) {
                    end++;
                }
                if (end > i + 1) {
                    shape(i, end);
                }
            }
            i = end;
        }
    }

    private boolean continuesShaped(int start, int i) {
        boolean joiner = text.charAt(i) == '\u200C' || text.charAt(i) == '\u200D';
        return joiner || (faces[i] == faces[start] && (isShaped(i) || isMark(i)));
    }

    private boolean isLetter(int i) {
        return shown[i] != 0 && (Character.isLetter(shown[i]) || isMark(i)) && !isShaped(i);
    }

    private void shape(int start, int end) {
        Shaper shaper = faces[start].shaper();
        if (shaper == null) {
            if (isShaped(start)) {
                throw new UnprintableText(text.codePointAt(start), "text");
            }
            return;
        }
        boolean rightToLeft = level(start) % 2 == 1;
        char[] part = rightToLeft ? shown : text.toCharArray();
        for (Shaper.Cluster cluster : shaper.shape(part, start, end, rightToLeft)) {
            clusters[cluster.start()] = cluster;
            for (int i = cluster.start() + 1; i < cluster.end(); i++) {
                shown[i] = 0;
            }
        }
    }

    private boolean isCluster(int i) {
        return clusters != null && clusters[i] != null;
    }

    private boolean isShaped(int i) {
        return SHAPED.contains(Character.UnicodeScript.of(text.charAt(i)));
    }

    /**
     * Sets a paragraph.
     *
     * @throws UnprintableText if no face has a character
     */
    static List<Line> set(List<Run> runs, Style style, float width) {
        Typesetter setter = new Typesetter(runs, style);
        return setter.lines(width);
    }

    /** The text on one line, however wide. */
    static Line line(String text, Style style) {
        return set(List.of(Run.of(text)), style, Float.MAX_VALUE).get(0);
    }

    /** Width of the text on one line, in points. */
    static float width(String text, Style style) {
        return line(text, style).width();
    }

    /**
     * Refuses a text that cannot be printed, before anything is drawn.
     *
     * @param place what the refusal says about where the character stands
     */
    static void check(String text, String place) {
        try {
            new Typesetter(List.of(Run.of(text)), Style.serif(10));
        } catch (UnprintableText e) {
            throw new UnprintableText(e.codePoint(), place);
        }
    }

    private static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\t', ' ')
                .replace("\u00AD", "")
                .replace("\uFEFF", "");
    }

    /** Whether the text begins and mostly goes from right to left. */
    private static boolean rightToLeft(String text) {
        int balance = 0;
        boolean begins = false;
        for (int i = 0; i < text.length(); i++) {
            byte direction = Character.getDirectionality(text.charAt(i));
            if (direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
                if (!begins) {
                    return false;
                }
                balance++;
            } else if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
                begins = true;
                balance--;
            }
        }
        return balance < 0;
    }

    private Face pick(Face.Chain chain, int i) {
        char c = shown[i];
        if (c == 0 || c == '\n' || Character.getType(c) == Character.FORMAT || c == '\u200B') {
            shown[i] = 0;
            return null;
        }
        Face face = Character.getType(c) == Character.PRIVATE_USE ? null : chain.find(c);
        if (face == null) {
            throw new UnprintableText(text.codePointAt(startOfCodePoint(i)), "text");
        }
        return face;
    }

    private int startOfCodePoint(int i) {
        return Character.isLowSurrogate(text.charAt(i)) && i > 0 ? i - 1 : i;
    }

    private List<Line> lines(float width) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            fill(start, end, width, lines);
            start = end + 1;
        }
        return lines;
    }

    private void fill(int start, int end, float width, List<Line> lines) {
        BreakIterator words = WORDS.get();
        String part = text.substring(start, end);
        words.setText(part);
        int from = 0;
        int taken = 0;
        for (int stop = words.next(); stop != BreakIterator.DONE; stop = words.next()) {
            if (isInsideName(part, stop)) {
                continue;
            }
            if (measure(start + from, start + stop) <= width) {
                taken = stop;
                continue;
            }
            if (taken > from) {
                lines.add(line(start + from, start + taken));
                from = taken;
            }
            // A word wider than the line, such as an address, is broken where it must.
            while (measure(start + from, start + stop) > width) {
                int fit = from + 1;
                while (measure(start + from, start + fit + 1) <= width) {
                    fit++;
                }
                lines.add(line(start + from, start + fit));
                from = fit;
            }
            taken = stop;
        }
        if (taken > from || part.isEmpty()) {
            lines.add(line(start + from, end));
        }
    }

    /**
     * A code or a double name is not parted at its hyphen; a compound such as four-week may be. A
     * Korean word is not parted at all, as its readers prefer.
     */
    private static boolean isInsideName(String part, int stop) {
        if (stop == part.length()) {
            return false;
        }
        char before = part.charAt(stop - 1);
        char after = part.charAt(stop);
        return (before == '-' && !Character.isLowerCase(after))
                || (isHangul(before) && isHangul(after));
    }

    private static boolean isHangul(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
    }

    /** Width in points, spaces at the end not counted. */
    private float measure(int start, int end) {
        int stop = end;
        while (stop > start && Character.isWhitespace(text.charAt(stop - 1))) {
            stop--;
        }
        if (stop == start) {
            return 0;
        }
        double units = widths[stop] - widths[start] + kerns[stop - 1] - kerns[start];
        return (float) (units * size / 1000);
    }

    /** Sums once, since each line is tried word by word: before a character, what was there. */
    private void sum() {
        for (int i = 0; i < faces.length; i++) {
            double width = 0;
            double kern = 0;
            if (isCluster(i)) {
                width = clusters[i].advance();
            } else if (shown[i] != 0 && !isMark(i)) {
                width = faces[i].advance(shown[i]);
                if (i + 1 < faces.length && kerns(i, i + 1)) {
                    kern = faces[i].kern(shown[i], shown[i + 1]);
                }
            }
            widths[i + 1] = widths[i] + width;
            kerns[i + 1] = kerns[i] + kern;
        }
    }

    private boolean kerns(int i, int next) {
        return next < faces.length
                && faces[i] == faces[next]
                && !isCluster(next)
                && level(i) % 2 == 0;
    }

    private int level(int i) {
        return bidi.getLevelAt(i);
    }

    private boolean isMark(int i) {
        int type = Character.getType(shown[i]);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private Line line(int start, int end) {
        if (start == end) {
            return new Line(List.of(), 0, !bidi.baseIsLeftToRight());
        }
        Bidi order = bidi.createLineBidi(start, end);
        int count = order.getRunCount();
        byte[] levels = new byte[count];
        Integer[] runs = new Integer[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) order.getRunLevel(i);
            runs[i] = i;
        }
        Bidi.reorderVisually(levels, 0, runs, 0, count);
        List<Line.Piece> pieces = new ArrayList<>();
        float x = 0;
        for (int run : runs) {
            int from = start + order.getRunStart(run);
            int to = start + order.getRunLimit(run);
            x =
                    order.getRunLevel(run) % 2 == 0
                            ? leftToRight(from, to, x, pieces)
                            : rightToLeft(from, to, x, pieces);
        }
        return new Line(pieces, measure(start, end), !order.baseIsLeftToRight());
    }

    private float leftToRight(int from, int to, float start, List<Line.Piece> pieces) {
        float x = start;
        int i = from;
        while (i < to) {
            if (shown[i] == 0) {
                i++;
                continue;
            }
            if (isCluster(i)) {
                int end = i;
                while (end < to && isCluster(end) && faces[end] == faces[i]) {
                    end = clusters[end].end();
                }
                x += clusters(i, end, x, pieces);
                i = end;
                continue;
            }
            if (isMark(i)) {
                pieces.add(mark(i, x));
                i++;
                continue;
            }
            int begin = i;
            int units = 0;
            StringBuilder drawn = new StringBuilder();
            while (i < to
                    && faces[i] == faces[begin]
                    && shown[i] != 0
                    && !isMark(i)
                    && !isCluster(i)) {
                units += faces[i].advance(shown[i]);
                if (!drawn.isEmpty()) {
                    units += faces[i].kern(shown[i - 1], shown[i]);
                }
                drawn.append(shown[i]);
                i++;
            }
            pieces.add(new Line.Piece(faces[begin], drawn.toString(), null, x));
            x += units * size / 1000;
        }
        return x;
    }

    /**
     * Draws neighbours that are shaped as one piece.
     *
     * @return its width in points
     */
    private float clusters(int start, int end, float left, List<Line.Piece> pieces) {
        StringBuilder glyphs = new StringBuilder();
        List<Float> places = new ArrayList<>();
        float x = 0;
        int i = start;
        while (i < end) {
            Shaper.Cluster cluster = clusters[i];
            for (int k = 0; k < cluster.glyphs().length(); k++) {
                places.add(x + cluster.x()[k] * size / 1000);
                places.add(cluster.y()[k] * size / 1000);
            }
            glyphs.append(cluster.glyphs());
            x += cluster.advance() * size / 1000;
            i = cluster.end();
        }
        float[] all = new float[places.size()];
        for (int k = 0; k < all.length; k++) {
            all[k] = places.get(k);
        }
        String meant = text.substring(start, end);
        pieces.add(new Line.Piece(faces[start], glyphs.toString(), meant, left, all));
        return x;
    }

    /**
     * Draws from the left what is read from the right. A joined letter is a piece of its own that
     * says which letter it is: readers turn the pieces around one by one, and would turn the
     * letters of a longer text as well. A lam-alef keeps its own code for the same reason.
     */
    private float rightToLeft(int from, int to, float start, List<Line.Piece> pieces) {
        float x = start;
        int i = to - 1;
        while (i >= from) {
            if (shown[i] == 0) {
                i--;
            } else if (isCluster(i)) {
                x += clusters(i, clusters[i].end(), x, pieces);
                i--;
            } else if (isMark(i)) {
                pieces.add(mark(i, x + advanceOfBase(i, from)));
                i--;
            } else if (isJoined(i)) {
                pieces.add(new Line.Piece(faces[i], "" + shown[i], "" + text.charAt(i), x));
                x += faces[i].advance(shown[i]) * size / 1000;
                i--;
            } else {
                Face face = faces[i];
                StringBuilder drawn = new StringBuilder();
                float left = x;
                while (i >= from
                        && faces[i] == face
                        && !isMark(i)
                        && !isCluster(i)
                        && (drawn.isEmpty() || !isJoined(i))) {
                    char c = mirror(shown[i]);
                    drawn.append(c);
                    x += face.advance(c) * size / 1000;
                    i--;
                }
                pieces.add(new Line.Piece(face, drawn.toString(), null, left));
            }
        }
        return x;
    }

    private boolean isJoined(int i) {
        return shown[i] != text.charAt(i) && !ArabicShaper.isLigature(shown[i]);
    }

    private static char mirror(char c) {
        int at = MIRRORED.indexOf(c);
        return at < 0 ? c : MIRRORED.charAt(at ^ 1);
    }

    private float advanceOfBase(int mark, int begin) {
        int base = baseOf(mark, begin);
        return base < begin ? 0 : faces[base].advance(shown[base]) * size / 1000;
    }

    private int baseOf(int mark, int begin) {
        int base = mark - 1;
        while (base >= begin && (shown[base] == 0 || isMark(base))) {
            base--;
        }
        return base;
    }

    /** A mark stands over the middle of its base; {@code x} is the right edge of the base. */
    private Line.Piece mark(int i, float x) {
        int base = baseOf(i, 0);
        float middle = x;
        if (base >= 0) {
            int shift = faces[base].advance(shown[base]) - faces[base].middle(shown[base]);
            middle -= shift * size / 1000;
        }
        float left = middle - faces[i].middle(shown[i]) * size / 1000;
        return new Line.Piece(faces[i], String.valueOf(shown[i]), null, left);
    }
}

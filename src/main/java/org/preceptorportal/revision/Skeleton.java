package org.preceptorportal.revision;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.preceptorportal.revision.Syntax.Indirect;
import org.preceptorportal.revision.Syntax.Name;
import org.preceptorportal.revision.Syntax.Ref;
import org.preceptorportal.revision.Syntax.Stream;

/** Which objects a PDF has, as of the end of one of its revisions. */
final class Skeleton {
    private static final Pattern TAIL =
            Pattern.compile("startxref\\s{1,4}(\\d{1,10})\\s{1,4}%%EOF\\s{0,2}\\z");
    private static final int MOST_SECTIONS = 100;
    private static final int MOST_OBJECTS = 200_000;
    private static final int MOST_UNPACKED = 32 << 20;
    private static final int LONGEST_COMMENT = 4096;

    /** Where an object stands: at a place of the file, or as the nth in a stream of objects. */
    record Place(int at, int stream, int nth) {
        static final Place FREE = new Place(-1, -1, -1);

        boolean packed() {
            return stream >= 0;
        }

        boolean free() {
            return at < 0 && stream < 0;
        }
    }

    /** One cross-reference section; a null place means: free. */
    record Section(Map<Integer, Place> places, Map<String, Object> trailer, int end) {}

    private final byte[] pdf;
    private final int end;
    private final int start;
    private final Map<Integer, Place> places = new HashMap<>();
    private final Map<Integer, byte[]> unpacked = new HashMap<>();
    private Map<String, Object> trailer;
    private int budget = MOST_UNPACKED;

    Skeleton(byte[] pdf, int end) throws Broken {
        this.pdf = pdf;
        this.end = end;
        Matcher tail = TAIL.matcher(SignedRange.text(pdf, end - 40, end));
        if (!tail.find()) {
            throw new Broken("no startxref before " + end);
        }
        start = (int) Math.min(Integer.MAX_VALUE, Long.parseLong(tail.group(1)));
        Set<Integer> seen = new HashSet<>();
        Integer next = start;
        while (next != null) {
            if (!seen.add(next) || seen.size() > MOST_SECTIONS) {
                throw new Broken("cross-references in a circle");
            }
            Section section = section(next);
            add(section);
            if (trailer == null) {
                trailer = section.trailer();
            }
            if (section.trailer().get("XRefStm") instanceof BigDecimal hybrid) {
                add(section(Syntax.integer(hybrid)));
            }
            Object previous = section.trailer().get("Prev");
            next = previous == null ? null : Integer.valueOf(Syntax.integer(previous));
        }
    }

    private void add(Section section) throws Broken {
        section.places().forEach(places::putIfAbsent);
        if (places.size() > MOST_OBJECTS) {
            throw new Broken("too many objects");
        }
    }

    /** Where the newest cross-reference section stands. */
    int start() {
        return start;
    }

    Map<String, Object> trailer() {
        return trailer;
    }

    boolean has(int number) {
        Place place = places.get(number);
        return place != null && !place.free();
    }

    /** An object's value, or null when there is none of this number. */
    Object get(int number) throws Broken {
        Place place = places.get(number);
        if (place == null || place.free()) {
            return null;
        }
        if (place.packed()) {
            return packed(place, number);
        }
        Indirect object = new Syntax(pdf, place.at(), end).indirect(this::plain);
        if (object.number() != number) {
            throw new Broken("object " + number + " is not where it should be");
        }
        return object.value();
    }

    /** Follows a reference, once. */
    Object follow(Object value) throws Broken {
        return value instanceof Ref ref ? get(ref.number()) : value;
    }

    /** A length that stands in an object of its own, which has no length itself. */
    private Object plain(int number) throws Broken {
        Place place = places.get(number);
        if (place == null || place.free() || place.packed()) {
            throw new Broken("a length that cannot be read");
        }
        return new Syntax(pdf, place.at(), end).indirect(null).value();
    }

    // --- sections -------------------------------------------------------------------------------

    private Section section(int at) throws Broken {
        return section(new Syntax(pdf, at, end));
    }

    /** The section of the revision that follows. */
    Section sectionBehind(int at) throws Broken {
        return section(new Syntax(pdf, at, pdf.length));
    }

    private Section section(Syntax syntax) throws Broken {
        return syntax.take("xref") ? table(syntax) : stream(syntax);
    }

    private Section table(Syntax syntax) throws Broken {
        Map<Integer, Place> found = new HashMap<>();
        while (!syntax.take("trailer")) {
            int first = syntax.integer();
            int count = syntax.integer();
            if (count > MOST_OBJECTS || first > Integer.MAX_VALUE - count) {
                throw new Broken("too many objects");
            }
            for (int i = 0; i < count; i++) {
                long place = syntax.integer();
                syntax.integer();
                boolean used = syntax.take("n");
                if (!used) {
                    syntax.need("f");
                }
                Place known = used ? new Place((int) place, -1, -1) : Place.FREE;
                if (found.put(first + i, known) != null) {
                    throw new Broken("an object twice in one cross-reference table");
                }
            }
        }
        Map<String, Object> dictionary = Syntax.map(syntax.object());
        return new Section(found, dictionary, syntax.at());
    }

    private Section stream(Syntax syntax) throws Broken {
        Indirect object = syntax.indirect(null);
        if (!(object.value() instanceof Stream stream)
                || !new Name("XRef").equals(stream.dictionary().get("Type"))) {
            throw new Broken("no cross-references where they should be");
        }
        Map<String, Object> dictionary = stream.dictionary();
        if (!(dictionary.get("W") instanceof List<?> widths) || widths.size() != 3) {
            throw new Broken("cross-references without widths");
        }
        int[] w = new int[3];
        for (int i = 0; i < 3; i++) {
            w[i] = Syntax.integer(widths.get(i));
            if (w[i] < 0 || w[i] > 7) {
                throw new Broken("cross-references of a strange width");
            }
        }
        byte[] rows = unpack(stream);
        List<?> index =
                dictionary.get("Index") instanceof List<?> given
                        ? given
                        : List.of(BigDecimal.ZERO, dictionary.getOrDefault("Size", "none"));
        return new Section(rows(rows, w, index), dictionary, syntax.at());
    }

    private static Map<Integer, Place> rows(byte[] rows, int[] w, List<?> index) throws Broken {
        Map<Integer, Place> found = new HashMap<>();
        int at = 0;
        int width = w[0] + w[1] + w[2];
        for (int pair = 0; pair + 1 < index.size(); pair += 2) {
            int first = Syntax.integer(index.get(pair));
            int count = Syntax.integer(index.get(pair + 1));
            if (count < 0 || width == 0 || count > (rows.length - at) / width || first < 0) {
                throw new Broken("cross-references shorter than they say");
            }
            for (int i = 0; i < count; i++, at += width) {
                long type = w[0] == 0 ? 1 : number(rows, at, w[0]);
                long second = number(rows, at + w[0], w[1]);
                long third = number(rows, at + w[0] + w[1], w[2]);
                if (type > 2 || second > Integer.MAX_VALUE || third > Integer.MAX_VALUE) {
                    throw new Broken("a cross-reference of an unknown kind");
                }
                Place place =
                        type == 0
                                ? Place.FREE
                                : type == 1
                                        ? new Place((int) second, -1, -1)
                                        : new Place(-1, (int) second, (int) third);
                if (found.put(first + i, place) != null) {
                    throw new Broken("an object twice in one cross-reference stream");
                }
            }
        }
        return found;
    }

    private static long number(byte[] bytes, int at, int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }

    // --- packed objects -------------------------------------------------------------------------

    private Object packed(Place place, int number) throws Broken {
        byte[] bytes = content(place.stream());
        Stream stream = objectStream(place.stream());
        int count = Syntax.integer(stream.dictionary().get("N"));
        int first = Syntax.integer(stream.dictionary().get("First"));
        if (place.nth() >= count) {
            throw new Broken("a packed object that is not there");
        }
        Syntax head = new Syntax(bytes, 0, bytes.length);
        int offset = -1;
        for (int i = 0; i <= place.nth(); i++) {
            int found = head.integer();
            offset = head.integer();
            if (i == place.nth() && found != number) {
                throw new Broken("object " + number + " is not where it should be");
            }
        }
        if (offset > bytes.length - first) {
            throw new Broken("a packed object that is not there");
        }
        return new Syntax(bytes, first + offset, bytes.length).object();
    }

    private Stream objectStream(int number) throws Broken {
        Place place = places.get(number);
        if (place == null || place.free() || place.packed()) {
            throw new Broken("a stream of objects that is not there");
        }
        Indirect object = new Syntax(pdf, place.at(), end).indirect(this::plain);
        if (object.number() != number
                || !(object.value() instanceof Stream stream)
                || !new Name("ObjStm").equals(stream.dictionary().get("Type"))) {
            throw new Broken("a stream of objects that is not there");
        }
        return stream;
    }

    private byte[] content(int number) throws Broken {
        byte[] known = unpacked.get(number);
        if (known == null) {
            known = unpack(objectStream(number));
            unpacked.put(number, known);
        }
        return known;
    }

    private byte[] unpack(Stream stream) throws Broken {
        Object filter = stream.dictionary().get("Filter");
        if (filter instanceof List<?> one && one.size() == 1) {
            filter = one.get(0);
        }
        if (filter == null) {
            return java.util.Arrays.copyOfRange(
                    pdf, stream.start(), stream.start() + stream.length());
        }
        if (!new Name("FlateDecode").equals(filter)) {
            throw new Broken("a filter that is not read here");
        }
        byte[] inflated = inflate(stream);
        Object parameters = stream.dictionary().get("DecodeParms");
        if (parameters instanceof List<?> one && one.size() == 1) {
            parameters = one.get(0);
        }
        return parameters instanceof Map<?, ?>
                ? predicted(inflated, Syntax.map(parameters))
                : inflated;
    }

    private byte[] inflate(Stream stream) throws Broken {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(pdf, stream.start(), stream.length());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0) {
                    throw new Broken("a stream that does not unpack");
                }
                budget -= read;
                if (budget < 0) {
                    throw new Broken("too much to unpack");
                }
                out.write(buffer, 0, read);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new Broken("a stream that does not unpack");
        } finally {
            inflater.end();
        }
    }

    /** Undoes PNG's predictors "none" and "up", the ones cross-references come with. */
    private static byte[] predicted(byte[] bytes, Map<String, Object> parameters) throws Broken {
        int predictor = Syntax.integer(parameters.getOrDefault("Predictor", BigDecimal.ONE));
        if (predictor == 1) {
            return bytes;
        }
        int columns = Syntax.integer(parameters.getOrDefault("Columns", BigDecimal.ONE));
        if (predictor < 10 || columns < 1 || columns > 64) {
            throw new Broken("a predictor that is not read here");
        }
        int rows = bytes.length / (columns + 1);
        byte[] out = new byte[rows * columns];
        for (int row = 0; row < rows; row++) {
            int kind = bytes[row * (columns + 1)];
            if (kind != 0 && kind != 2) {
                throw new Broken("a predictor that is not read here");
            }
            for (int i = 0; i < columns; i++) {
                int above = kind == 2 && row > 0 ? out[(row - 1) * columns + i] : 0;
                out[row * columns + i] = (byte) (bytes[row * (columns + 1) + 1 + i] + above);
            }
        }
        return out;
    }

    // --- references -----------------------------------------------------------------------------

    /** The numbers of all objects that something mentions, packed or not. */
    BitSet mentioned() throws Broken {
        BitSet numbers = new BitSet();
        mention(pdf, end, numbers);
        Set<Integer> streams = new HashSet<>();
        for (Place place : places.values()) {
            if (place.packed()) {
                streams.add(place.stream());
            }
        }
        for (int stream : streams) {
            byte[] bytes = content(stream);
            mention(bytes, bytes.length, numbers);
        }
        return numbers;
    }

    private static void mention(byte[] bytes, int end, BitSet numbers) throws Broken {
        for (int at = 0; at < end; at++) {
            if (!Syntax.isDigit(bytes[at])) {
                continue;
            }
            int start = at;
            while (at < end && Syntax.isDigit(bytes[at])) {
                at++;
            }
            int second = afterSpace(bytes, at, end);
            int third = second;
            while (third < end && Syntax.isDigit(bytes[third])) {
                third++;
            }
            int last = third == second ? end : afterSpace(bytes, third, end);
            if (last < end && bytes[last] == 'R') {
                // Leading zeros: the last nine digits say it all.
                String digits = SignedRange.text(bytes, Math.max(start, at - 9), at);
                int number = Integer.parseInt(digits);
                if (number <= MOST_OBJECTS * 10) {
                    numbers.set(number);
                }
            }
            at--;
        }
    }

    /** Behind white space and comments; the end when there are none. */
    private static int afterSpace(byte[] bytes, int from, int end) throws Broken {
        int at = from;
        int comments = 0;
        while (at < end) {
            if (Syntax.isSpace(bytes[at])) {
                at++;
            } else if (bytes[at] == '%') {
                while (at < end && bytes[at] != '\n' && bytes[at] != '\r') {
                    at++;
                    if (++comments > LONGEST_COMMENT) {
                        throw new Broken("a comment behind a number that is too long");
                    }
                }
            } else {
                break;
            }
        }
        return at == from ? end : at;
    }
}

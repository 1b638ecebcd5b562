package org.preceptorportal.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes sealed letters in every way that is known, at random places, but always the same ones.
 */
final class Tampering {
    private static final int FLIPS = 160;
    private static final Pattern RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*(\\d+) (\\d+) (\\d+) (\\d+)\\s*]\\s*");
    private static final String BAD_TEXT = "BT /F1 14 Tf 72 500 Td (best of all, ever) Tj ET";

    /**
     * @param stamped whether it carries a new time-stamp, which is never the same twice
     */
    record Variant(String kind, String letter, byte[] pdf, boolean stamped) {}

    private final SealedLetters letters;
    private final long seed;
    private final Map<String, byte[]> sealed = new LinkedHashMap<>();
    private final Map<String, byte[]> traps = new LinkedHashMap<>();
    private final byte[] other;

    private Random random;
    private List<Variant> made;

    Tampering(SealedLetters letters, long seed) {
        this.letters = letters;
        this.seed = seed;
        this.other = letters.other();
        byte[] single = letters.single();
        byte[] group = letters.group();
        sealed.put("single", single);
        sealed.put("group", group);
        sealed.put("archived", letters.archived(single));
        sealed.put("archived group", letters.archived(group));
        sealed.put("archived twice", letters.archived(sealed.get("archived")));
        traps.put("hide", letters.signed(overlaid(), "Ana Ruiz, MD"));
        traps.put("replace", letters.signed(filled(), "Ana Ruiz, MD"));
        traps.put("hide and replace", letters.signed(twofold(), "Ana Ruiz, MD"));
        traps.put("await", letters.signed(awaiting(), "Ana Ruiz, MD"));
    }

    /** Unchanged letters, and archive revisions that were written by hand as the bad ones are. */
    List<Variant> genuine() {
        List<Variant> genuine = new ArrayList<>();
        sealed.forEach((name, pdf) -> genuine.add(new Variant("sealed", name, pdf, false)));
        traps.forEach(
                (name, pdf) -> genuine.add(new Variant("trap, not sprung", name, pdf, false)));
        sealed.forEach(
                (name, pdf) ->
                        genuine.add(
                                new Variant(
                                        "time-stamped by hand",
                                        name,
                                        new Appending(pdf).stamped(letters::stamp),
                                        true)));
        sealed.forEach(
                (name, pdf) -> {
                    Appending store = new Appending(pdf);
                    int number = store.free();
                    if (!store.value(store.catalog()).contains("/DSS")) {
                        store.object(
                                store.catalog(),
                                inCatalog(store, "/DSS<</Certs[" + number + " 0 R]>>"));
                    }
                    store.object(number, Appending.stream("a certificate"));
                    genuine.add(
                            new Variant(
                                    "with a store by hand",
                                    name,
                                    store.stamped(letters::stamp),
                                    true));
                });
        return genuine;
    }

    /** All of them, in the same order and, but for new time-stamps, the same bytes each time. */
    List<Variant> variants() {
        random = new Random(seed);
        made = new ArrayList<>();
        sealed.forEach(
                (name, pdf) -> {
                    flips(name, pdf);
                    ranges(name, pdf);
                    contents(name, pdf);
                    wrapped(name, pdf);
                    swapped(name, pdf);
                    edges(name, pdf);
                    revisions(name, pdf);
                });
        shadows();
        return made;
    }

    /** One after the end of each revision. */
    static List<Integer> ends(byte[] pdf) {
        List<Integer> ends = new ArrayList<>();
        Matcher end = Pattern.compile("%%EOF\r?\n?").matcher(text(pdf));
        while (end.find()) {
            ends.add(end.end());
        }
        return ends;
    }

    // --- bytes ----------------------------------------------------------------------------------

    private void flips(String letter, byte[] pdf) {
        boolean[] signed = new boolean[pdf.length];
        Arrays.fill(signed, true);
        for (int[] range : byteRanges(pdf)) {
            Arrays.fill(signed, range[1], range[2], false);
        }
        for (int i = 0; i < FLIPS; i++) {
            int at;
            do {
                at = random.nextInt(pdf.length);
            } while (!signed[at]);
            byte[] changed = pdf.clone();
            changed[at] ^= (byte) (1 + random.nextInt(255));
            add("flipped byte in a signed range", letter, changed);
        }
    }

    private void edges(String letter, byte[] pdf) {
        for (String tail : List.of("\n", " ", "%", "\0", "%%EOF\n", "\r\n%%EOF")) {
            add("trailing bytes", letter, joined(pdf, Appending.bytes(tail)));
        }
        for (String head : List.of(" ", "\n", "%!PS\n", "%PDF-1.7\n", "MZ")) {
            add("prepended bytes", letter, joined(Appending.bytes(head), pdf));
        }
        List<Integer> ends = ends(pdf);
        int gapEnd = byteRanges(pdf).get(0)[2];
        for (int i = 0; i < 8; i++) {
            int cut = gapEnd + random.nextInt(pdf.length - gapEnd);
            if (!ends.contains(cut)) {
                add("truncated", letter, Arrays.copyOf(pdf, cut));
            }
        }
        int at = random.nextInt(gapEnd / 2);
        add("one byte inserted", letter, spliced(pdf, at, at, " "));
        add("one byte removed", letter, spliced(pdf, at, at + 1, ""));
    }

    private void swapped(String letter, byte[] pdf) {
        for (int i = 0; i < 6; i++) {
            // Where the other letter's bytes differ: its page, its title, its identifier.
            int from;
            int length = 32 + random.nextInt(480);
            byte[] changed;
            do {
                from = random.nextInt(Math.min(pdf.length, 45_000) - length);
                changed = pdf.clone();
                System.arraycopy(other, from, changed, from, length);
            } while (Arrays.equals(changed, pdf));
            add("part of another letter in its place", letter, changed);
        }
        int seal = text(pdf).indexOf("%%EOF") + 6;
        int othersSeal = text(other).indexOf("%%EOF") + 6;
        add(
                "another letter's page under this seal",
                letter,
                joined(Arrays.copyOf(other, othersSeal), from(pdf, seal)));
        Appending reader = new Appending(pdf);
        int page = reader.place(reader.page());
        int end = text(pdf).indexOf("endobj", page);
        add("page left out", letter, spliced(pdf, page, end, " ".repeat(end - page)));
    }

    // --- /ByteRange and /Contents ---------------------------------------------------------------

    private void ranges(String letter, byte[] pdf) {
        for (int[] r : byteRanges(pdf)) {
            int a = r[1];
            int b = r[2];
            int c = r[3];
            int more = 1 + random.nextInt(60);
            for (String numbers :
                    List.of(
                            "0 %d %d %d".formatted(a, b, c - more),
                            "0 %d %d %d".formatted(a, b, c + more),
                            "0 %d %d %d".formatted(a - 1, b, c),
                            "0 %d %d %d".formatted(a, b + 1, c - 1),
                            "0 %d %d %d".formatted(a + 1, b - 1, c + 1),
                            "%d %d %d %d".formatted(more, a - more, b, c),
                            "0 %d %d %d".formatted(b, a, c),
                            "0 %d %d -%d".formatted(a, b, c),
                            "0 %d -1 %d".formatted(a, c),
                            "0 99999999999 %d 1".formatted(b),
                            "0 9999999999 9999999999 9999999999",
                            "0 %d 4294967296 1".formatted(a),
                            "0 %d %d %d 1 2".formatted(a, b, c),
                            "0 %d".formatted(a),
                            "0.0 %d %d %d".formatted(a, b, c),
                            "0 0 0 %d".formatted(pdf.length),
                            "0 %d %d 0".formatted(a, b),
                            "0 1 0 R %d".formatted(c),
                            "")) {
                add("/ByteRange of other numbers", letter, renumbered(pdf, r[4], numbers));
            }
            add("/ByteRange renamed", letter, spliced(pdf, r[4], r[4] + 10, "/Byte#52ang"));
        }
        int[] r = byteRanges(pdf).get(0);
        add("/ByteRange twice", letter, spliced(pdf, r[1] + 5, r[1] + 5, "/ByteRange [0 1 2 3]"));
        add(
                "/ByteRange twice",
                letter,
                joined(
                        pdf,
                        Appending.bytes(
                                "%%/ByteRange [0 %d %d %d]\n".formatted(r[1], r[2], r[3]))));
    }

    private void contents(String letter, byte[] pdf) {
        int[] theirs = byteRanges(other).get(0);
        String cms = text(other).substring(theirs[1] + 1, theirs[2] - 1);
        for (int[] r : byteRanges(pdf)) {
            int length = r[2] - r[1] - 2;
            replaced(letter, pdf, r, "0".repeat(length));
            byte[] noise = new byte[length / 2];
            random.nextBytes(noise);
            replaced(letter, pdf, r, HexFormat.of().formatHex(noise));
            replaced(letter, pdf, r, (cms + "0".repeat(length)).substring(0, length));
            String own = text(pdf).substring(r[1] + 1, r[2] - 1);
            replaced(letter, pdf, r, own.substring(0, 600) + "0".repeat(length - 600));
            replaced(letter, pdf, r, own.substring(0, length - 2) + "41");
            replaced(letter, pdf, r, own.substring(0, length - 1) + "(");
            replaced(letter, pdf, r, "3080".repeat(length / 4) + own.substring(length / 4 * 4));
            add(
                    "hexadecimal made a literal string",
                    letter,
                    spliced(spliced(pdf, r[1], r[1] + 1, "("), r[2] - 1, r[2], ")"));
            add("/Contents renamed", letter, spliced(pdf, r[1] - 2, r[1] - 1, "#"));
        }
    }

    private void replaced(String letter, byte[] pdf, int[] range, String contents) {
        add("/Contents replaced", letter, spliced(pdf, range[1] + 1, range[2] - 1, contents));
    }

    /** Moves what was signed out of the way and puts something else in its place. */
    private void wrapped(String letter, byte[] pdf) {
        for (int[] r : byteRanges(pdf)) {
            String bad =
                    "\n9999 0 obj\n"
                            + Appending.stream(BAD_TEXT)
                            + "\nendobj\n"
                            + " ".repeat(random.nextInt(80));
            // Classic: the second range moves to the end, and /ByteRange follows it.
            byte[] wide = spliced(pdf, r[2], r[2], bad);
            add("signature wrapping", letter, wide);
            add(
                    "signature wrapping",
                    letter,
                    renumbered(
                            wide, r[4], "0 %d %d %d".formatted(r[1], r[2] + bad.length(), r[3])));
            // The gap swallows it.
            byte[] swallowed = spliced(pdf, r[2] - 1, r[2] - 1, ">" + bad + "<");
            add(
                    "signature wrapping",
                    letter,
                    renumbered(
                            swallowed,
                            r[4],
                            "0 %d %d %d".formatted(r[1], r[2] + bad.length() + 2, r[3])));
            // A second dictionary with the same signature, which claims the whole file.
            String signature = text(pdf).substring(r[1], r[2]);
            String head = "\n9998 0 obj\n<</Type/Sig/SubFilter/ETSI.CAdES.detached/Contents ";
            String tail = "/ByteRange [0 %010d %010d %010d]>>\nendobj\n%%%%EOF\n";
            int gap = pdf.length + head.length();
            int rest = tail.formatted(0, 0, 0).length();
            String twin = head + signature + tail.formatted(gap, gap + signature.length(), rest);
            add("signature wrapping", letter, joined(pdf, Appending.bytes(twin)));
        }
    }

    // --- revisions ------------------------------------------------------------------------------

    private void revisions(String letter, byte[] pdf) {
        attack(
                "another page",
                letter,
                pdf,
                a -> {
                    int page = a.page();
                    int content = a.free();
                    a.object(content, Appending.stream(BAD_TEXT + random.nextInt()));
                    a.object(
                            page,
                            a.value(page)
                                    .replaceFirst(
                                            "/Contents\\s+\\d+ 0 R",
                                            "/Contents " + content + " 0 R"));
                });
        attack(
                "another content",
                letter,
                pdf,
                a -> {
                    Matcher content =
                            Pattern.compile("/Contents\\s+(\\d+) 0 R").matcher(a.value(a.page()));
                    if (content.find()) {
                        a.object(Integer.parseInt(content.group(1)), Appending.stream(BAD_TEXT));
                    }
                });
        attack(
                "another page tree",
                letter,
                pdf,
                a -> {
                    int pages = a.free();
                    a.object(pages, "<</Type/Pages/Count 0/Kids[]>>");
                    a.object(
                            a.catalog(),
                            a.value(a.catalog())
                                    .replaceFirst(
                                            "/Pages\\s+\\d+ 0 R", "/Pages " + pages + " 0 R"));
                });
        attack(
                "another catalog",
                letter,
                pdf,
                a -> {
                    int catalog = a.free();
                    a.object(catalog, a.value(a.catalog()));
                    a.root(catalog);
                });
        attack(
                "action at opening",
                letter,
                pdf,
                a ->
                        a.object(
                                a.catalog(),
                                inCatalog(a, "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>")));
        attack(
                "layers",
                letter,
                pdf,
                a -> a.object(a.catalog(), inCatalog(a, "/OCProperties<</OCGs[]/D<<>>>>")));
        attack(
                "annotation that shows",
                letter,
                pdf,
                a -> {
                    int note = a.free();
                    a.object(
                            note,
                            "<</Type/Annot/Subtype/FreeText/Rect[70 400 500 600]/Contents(best)/DA(/Helv 20 Tf)>>");
                    annotate(a, note);
                });
        attack(
                "field that shows",
                letter,
                pdf,
                a -> {
                    int field = a.free();
                    a.object(
                            field,
                            "<</Type/Annot/Subtype/Widget/FT/Sig/T(Late)/F 4/Rect[70 400 500 600]/AP<</N "
                                    + (field + 1)
                                    + " 0 R>>>>");
                    a.object(
                            field + 1,
                            "<</Type/XObject/Subtype/Form/BBox[0 0 430 200]/Length "
                                    + BAD_TEXT.length()
                                    + ">>\nstream\n"
                                    + BAD_TEXT
                                    + "\nendstream");
                    annotate(a, field);
                });
        attack(
                "page turned",
                letter,
                pdf,
                a -> a.object(a.page(), inDictionary(a.value(a.page()), "/Rotate 180")));
        attack(
                "page cut",
                letter,
                pdf,
                a ->
                        a.object(
                                a.page(),
                                a.value(a.page())
                                        .replaceFirst(
                                                "/MediaBox\\s*\\[0 0 612 792]",
                                                "/MediaBox[0 0 612 400]")));
        attack(
                "another font",
                letter,
                pdf,
                a -> {
                    Matcher font = Pattern.compile("/F1\\s+(\\d+) 0 R").matcher(a.value(a.page()));
                    if (font.find()) {
                        a.object(
                                Integer.parseInt(font.group(1)),
                                "<</Type/Font/Subtype/Type1/BaseFont/Symbol>>");
                    }
                });
        attack(
                "content declared free",
                letter,
                pdf,
                a -> {
                    Matcher content =
                            Pattern.compile("/Contents\\s+(\\d+) 0 R").matcher(a.value(a.page()));
                    if (content.find()) {
                        a.gone(Integer.parseInt(content.group(1)));
                    }
                });
        attack(
                "reference into other bytes",
                letter,
                pdf,
                a -> a.borrow(a.page(), a.place(a.catalog())));
        attack(
                "form taken away",
                letter,
                pdf,
                a -> a.object(a.catalog(), a.value(a.catalog()).replace("/AcroForm", "/AcroFarm")));
        attack(
                "form with XFA",
                letter,
                pdf,
                a ->
                        a.object(
                                a.catalog(),
                                a.value(a.catalog())
                                        .replaceFirst("/SigFlags", "/XFA(x)/SigFlags")));
        attack("key twice", letter, pdf, a -> a.object(a.catalog(), inCatalog(a, "/Pages 1 0 R")));
        attack(
                "title",
                letter,
                pdf,
                a -> {
                    Matcher info = Pattern.compile("/Info\\s+(\\d+) 0 R").matcher(text(pdf));
                    if (info.find()) {
                        a.object(Integer.parseInt(info.group(1)), "<</Title(Another letter)>>");
                    }
                });
        attack(
                "text for screen readers",
                letter,
                pdf,
                a -> {
                    Matcher tree =
                            Pattern.compile("/StructTreeRoot\\s+(\\d+) 0 R")
                                    .matcher(a.value(a.catalog()));
                    if (tree.find()) {
                        a.object(Integer.parseInt(tree.group(1)), "<</Type/StructTreeRoot>>");
                    }
                });
        attack(
                "program in a store",
                letter,
                pdf,
                a -> a.object(a.free(), "<</Type/Action/S/Launch/F(x)>>"));
        attack("nested without end", letter, pdf, a -> a.object(a.free(), "[".repeat(20_000)));
        add(
                "appended: nothing but comments",
                letter,
                joined(pdf, Appending.bytes("% checked by nobody\n%%EOF\n")));
        add("appended: empty revision", letter, new Appending(pdf).unsigned());
    }

    private void attack(String what, String letter, byte[] pdf, Consumer<Appending> attack) {
        Appending plain = new Appending(pdf);
        attack.accept(plain);
        add("appended: revision with " + what, letter, plain.unsigned());
        Appending stamped = new Appending(pdf);
        attack.accept(stamped);
        made.add(
                new Variant(
                        "time-stamped: revision with " + what,
                        letter,
                        stamped.stamped(letters::stamp),
                        true));
    }

    private static void annotate(Appending a, int annotation) {
        String page = a.value(a.page());
        a.object(a.page(), page.replaceFirst("/Annots\\s*\\[", "/Annots[" + annotation + " 0 R "));
    }

    private static String inCatalog(Appending a, String entry) {
        return inDictionary(a.value(a.catalog()), entry);
    }

    private static String inDictionary(String dictionary, String entry) {
        return dictionary.substring(0, dictionary.lastIndexOf(">>")) + entry + ">>";
    }

    // --- shadow attacks: the author prepares a trap, has it sealed, and springs it later --------

    private void shadows() {
        spring("hide", a -> a.object(6, Appending.stream("")));
        spring("hide", a -> a.object(3, a.value(3).replace("[5 0 R 6 0 R]", "[5 0 R]")));
        spring("replace", a -> a.object(6, a.value(6).replace("(good)", "(best)")));
        spring("replace", a -> a.object(7, Appending.stream(BAD_TEXT)));
        spring("hide and replace", a -> a.borrow(5, a.place(6)));
        spring("hide and replace", a -> a.root(8));
        spring("hide and replace", a -> a.borrow(1, a.place(8)));
        spring("await", a -> a.object(90, Appending.stream(BAD_TEXT)));
        spring("await", a -> a.object(91, "[92 0 R]").object(90, Appending.stream(BAD_TEXT)));
    }

    private void spring(String trap, Consumer<Appending> spring) {
        for (boolean first : new boolean[] {true, false}) {
            byte[] pdf = first ? traps.get(trap) : letters.archived(traps.get(trap));
            String letter = first ? "trap" : "archived trap";
            Appending plain = new Appending(pdf);
            spring.accept(plain);
            made.add(
                    new Variant(
                            "shadow: " + trap + ", unsigned", letter, plain.unsigned(), !first));
            Appending stamped = new Appending(pdf);
            spring.accept(stamped);
            made.add(
                    new Variant(
                            "shadow: " + trap + ", time-stamped",
                            letter,
                            stamped.stamped(letters::stamp),
                            true));
        }
    }

    private static Map<Integer, String> page(String contents) {
        Map<Integer, String> objects = new LinkedHashMap<>();
        objects.put(1, "<</Type/Catalog/Pages 2 0 R>>");
        objects.put(2, "<</Type/Pages/Count 1/Kids[3 0 R]>>");
        objects.put(
                3,
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0 R>>>>"
                        + contents
                        + ">>");
        objects.put(4, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        objects.put(5, Appending.stream("BT /F1 14 Tf 72 700 Td (good) Tj ET"));
        return objects;
    }

    private static byte[] overlaid() {
        Map<Integer, String> objects = page("/Contents[5 0 R 6 0 R]");
        objects.put(5, Appending.stream(BAD_TEXT));
        objects.put(6, Appending.stream("1 g 0 0 612 792 re f"));
        return Appending.whole(objects);
    }

    private static byte[] filled() {
        Map<Integer, String> objects = page("/Contents 5 0 R/Annots[6 0 R]");
        objects.put(1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]/DA(/Helv 0 Tf)>>>>");
        objects.put(
                6,
                "<</Type/Annot/Subtype/Widget/FT/Tx/T(words)/V(good)/Rect[72 600 500"
                        + " 640]/AP<</N 7 0 R>>>>");
        objects.put(7, Appending.stream("BT /F1 14 Tf (good) Tj ET"));
        return Appending.whole(objects);
    }

    private static byte[] twofold() {
        Map<Integer, String> objects = page("/Contents 5 0 R");
        objects.put(6, Appending.stream(BAD_TEXT));
        objects.put(
                7,
                "<</Type/Page/Parent 9 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0"
                        + " R>>>>/Contents 6 0 R>>");
        objects.put(8, "<</Type/Catalog/Pages 9 0 R>>");
        objects.put(9, "<</Type/Pages/Count 1/Kids[7 0 R]>>");
        return Appending.whole(objects);
    }

    private static byte[] awaiting() {
        return Appending.whole(page("/Contents[5 0 R 90%not yet\n0 R 91\r\n0 R]"));
    }

    // --- tools ----------------------------------------------------------------------------------

    /** Of each signature: 0, gap's start, gap's end, rest, and where the key stands. */
    private static List<int[]> byteRanges(byte[] pdf) {
        List<int[]> ranges = new ArrayList<>();
        Matcher range = RANGE.matcher(text(pdf));
        while (range.find()) {
            ranges.add(
                    new int[] {
                        0,
                        Integer.parseInt(range.group(2)),
                        Integer.parseInt(range.group(3)),
                        Integer.parseInt(range.group(4)),
                        range.start()
                    });
        }
        return ranges;
    }

    /** Other numbers in a /ByteRange, in the same room if they fit. */
    private static byte[] renumbered(byte[] pdf, int at, String numbers) {
        Matcher range = RANGE.matcher(text(pdf));
        if (!range.find(at)) {
            throw new IllegalStateException("no /ByteRange");
        }
        String text = "/ByteRange [" + numbers + "]";
        int room = range.end() - range.start();
        return spliced(
                pdf,
                range.start(),
                range.end(),
                text + " ".repeat(Math.max(0, room - text.length())));
    }

    private static byte[] spliced(byte[] pdf, int from, int to, String instead) {
        return joined(joined(Arrays.copyOf(pdf, from), Appending.bytes(instead)), from(pdf, to));
    }

    private static byte[] from(byte[] pdf, int from) {
        return Arrays.copyOfRange(pdf, from, pdf.length);
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }

    private static String text(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }

    private void add(String kind, String letter, byte[] pdf) {
        made.add(new Variant(kind, letter, pdf, false));
    }
}

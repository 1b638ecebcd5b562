package org.preceptorportal.revision;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes that one signature covers: from the first of the file to the end of its revision, but
 * for the signature's own digits.
 *
 * @param gapStart where the signature's {@code <} stands
 * @param gapEnd one after its {@code >}
 * @param end one after the last byte of the revision
 */
public record SignedRange(byte[] pdf, int gapStart, int gapEnd, int end) {
    static final String KEY = "/ByteRange";
    private static final int LONGEST_ARRAY = 200;
    private static final Pattern ARRAY =
            Pattern.compile(
                    "\\s*\\[\\s*(\\d{1,10})\\s+(\\d{1,10})\\s+(\\d{1,10})\\s+(\\d{1,10})\\s*\\]");
    private static final Pattern ENDS_WITH_CONTENTS = Pattern.compile("/Contents\\s*\\z");
    private static final Pattern ENDS_A_FILE = Pattern.compile("%%EOF(\\r\\n|\\r|\\n)?\\z");

    /** Reads the four numbers behind a key. */
    static SignedRange at(byte[] pdf, int key) throws Broken {
        int start = key + KEY.length();
        Matcher array = ARRAY.matcher(text(pdf, start, start + LONGEST_ARRAY));
        if (!array.lookingAt()) {
            throw new Broken("/ByteRange is not four numbers");
        }
        long gapStart = Long.parseLong(array.group(2));
        long gapEnd = Long.parseLong(array.group(3));
        long end = gapEnd + Long.parseLong(array.group(4));
        if (Long.parseLong(array.group(1)) != 0) {
            throw new Broken("/ByteRange does not begin with the file");
        }
        if (gapStart >= gapEnd - 1 || gapEnd >= end) {
            throw new Broken("/ByteRange has no gap");
        }
        if (end > pdf.length) {
            throw new Broken("/ByteRange is longer than the file");
        }
        SignedRange range = new SignedRange(pdf, (int) gapStart, (int) gapEnd, (int) end);
        range.mustBePlain();
        return range;
    }

    private void mustBePlain() throws Broken {
        if (!ENDS_WITH_CONTENTS.matcher(text(pdf, gapStart - 20, gapStart)).find()
                || pdf[gapStart] != '<'
                || pdf[gapEnd - 1] != '>') {
            throw new Broken("the gap is not the value of /Contents");
        }
        if (!ENDS_A_FILE.matcher(text(pdf, end - 7, end)).find()) {
            throw new Broken("the signed bytes do not end where a revision ends");
        }
    }

    /** All bytes of the revision, and of those before it, but the gap. */
    public byte[] signedBytes() {
        byte[] signed = new byte[end - (gapEnd - gapStart)];
        System.arraycopy(pdf, 0, signed, 0, gapStart);
        System.arraycopy(pdf, gapEnd, signed, gapStart, end - gapEnd);
        return signed;
    }

    /** The signature and the zeros behind it. */
    public byte[] contents() throws Broken {
        try {
            return HexFormat.of().parseHex(text(pdf, gapStart + 1, gapEnd - 1));
        } catch (IllegalArgumentException e) {
            throw new Broken("the gap holds more than hexadecimal digits");
        }
    }

    static String text(byte[] pdf, int from, int to) {
        int first = Math.max(0, Math.min(from, pdf.length));
        int last = Math.max(first, Math.min(to, pdf.length));
        return new String(pdf, first, last - first, StandardCharsets.ISO_8859_1);
    }
}

package org.preceptorportal.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1InputStream;

/**
 * The signed bytes and the signature of a finished PDF whose last signature covers the whole file
 * but for the signature itself. No PDF library has a say: what a parser may be talked into
 * (signature wrapping, hidden revisions) cannot happen if every byte outside the gap is signed.
 */
public final class SignedRange {
    private static final byte[] KEY = "/ByteRange".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_ARRAY = 200;
    private static final Pattern ARRAY =
            Pattern.compile(
                    "\\s*\\[\\s*(\\d{1,10})\\s+(\\d{1,10})\\s+(\\d{1,10})\\s+(\\d{1,10})\\s*\\]");
    private static final Pattern ENDS_WITH_CONTENTS = Pattern.compile("/Contents\\s*\\z");

    private final byte[] signedBytes;
    private final byte[] cms;

    private SignedRange(byte[] signedBytes, byte[] cms) {
        this.signedBytes = signedBytes;
        this.cms = cms;
    }

    /** The file's range is missing (then {@code absent}), partial or not plain. */
    public static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean absent;

        private Broken(String message, boolean absent) {
            super(message);
            this.absent = absent;
        }

        private Broken(String message) {
            this(message, false);
        }

        /** Whether the file has no signature at all. */
        public boolean absent() {
            return absent;
        }
    }

    /** Reads the last signature of a PDF. */
    public static SignedRange of(byte[] pdf) throws Broken {
        var at = lastKey(pdf);
        if (at < 0) {
            throw new Broken("no /ByteRange", true);
        }
        var start = at + KEY.length;
        var array = ARRAY.matcher(text(pdf, start, Math.min(pdf.length, start + LONGEST_ARRAY)));
        if (!array.lookingAt()) {
            throw new Broken("/ByteRange is not four numbers");
        }
        var first = Long.parseLong(array.group(1));
        var gapStart = Long.parseLong(array.group(2));
        var gapEnd = Long.parseLong(array.group(3));
        var rest = Long.parseLong(array.group(4));
        if (first != 0 || gapEnd + rest != pdf.length) {
            throw new Broken("/ByteRange does not cover the whole file");
        }
        if (gapStart >= gapEnd - 1 || gapEnd > pdf.length) {
            throw new Broken("/ByteRange has no gap");
        }
        return cut(pdf, (int) gapStart, (int) gapEnd);
    }

    private static SignedRange cut(byte[] pdf, int gapStart, int gapEnd) throws Broken {
        var before = text(pdf, Math.max(0, gapStart - 20), gapStart);
        if (!ENDS_WITH_CONTENTS.matcher(before).find()
                || pdf[gapStart] != '<'
                || pdf[gapEnd - 1] != '>') {
            throw new Broken("the gap is not the value of /Contents");
        }
        byte[] padded;
        try {
            padded = HexFormat.of().parseHex(text(pdf, gapStart + 1, gapEnd - 1));
        } catch (IllegalArgumentException e) {
            throw new Broken("the gap holds more than hexadecimal digits");
        }
        var signed = new byte[pdf.length - (gapEnd - gapStart)];
        System.arraycopy(pdf, 0, signed, 0, gapStart);
        System.arraycopy(pdf, gapEnd, signed, gapStart, pdf.length - gapEnd);
        return new SignedRange(signed, withoutPadding(padded));
    }

    private static byte[] withoutPadding(byte[] padded) throws Broken {
        var bytes = new ByteArrayInputStream(padded);
        try (var asn1 = new ASN1InputStream(bytes, padded.length)) {
            if (asn1.readObject() == null) {
                throw new Broken("the signature is empty");
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new Broken("the signature is not ASN.1");
        }
        var length = padded.length - bytes.available();
        for (var i = length; i < padded.length; i++) {
            if (padded[i] != 0) {
                throw new Broken("something stands behind the signature");
            }
        }
        return Arrays.copyOf(padded, length);
    }

    private static int lastKey(byte[] pdf) {
        for (var at = pdf.length - KEY.length; at >= 0; at--) {
            if (Arrays.equals(pdf, at, at + KEY.length, KEY, 0, KEY.length)) {
                return at;
            }
        }
        return -1;
    }

    private static String text(byte[] pdf, int from, int to) {
        return new String(pdf, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** All bytes of the file but the gap. */
    public byte[] signedBytes() {
        return signedBytes.clone();
    }

    /** The signature without its padding. */
    public byte[] cms() {
        return cms.clone();
    }
}

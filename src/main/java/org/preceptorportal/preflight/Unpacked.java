package org.preceptorportal.preflight;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.preceptorportal.preflight.PdfNotAccepted.Reason;

/**
 * Counts what a file's streams unpack to, without keeping it, before any reader may open the file:
 * a few kilobytes can hold gigabytes.
 */
final class Unpacked {
    /** Two color pages scanned at 300 dots an inch are 50 million. */
    static final long MOST = 100_000_000;

    /** Packed in packed in packed. */
    private static final int DEEPEST = 2;

    /** Ways of packing that swell as well, and that no program of this century writes. */
    private static final Pattern OLD_FILTER = Pattern.compile("/(LZW|LZWDecode)(?![A-Za-z0-9#])");

    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");

    private static final Logger LOG = System.getLogger(Unpacked.class.getName());

    private long left = MOST;

    private Unpacked() {}

    static void refuseIfSwollen(byte[] pdf) {
        String raw = new String(pdf, StandardCharsets.ISO_8859_1);
        if (OLD_FILTER.matcher(plainNames(raw)).find()) {
            throw new PdfNotAccepted(Reason.SWOLLEN);
        }
        new Unpacked().count(raw, pdf);
    }

    /** Names may hide their letters: {@code /#4CZW} is {@code /LZW}. */
    private static String plainNames(String raw) {
        return ESCAPED.matcher(raw)
                .replaceAll(
                        hit ->
                                Matcher.quoteReplacement(
                                        String.valueOf((char) Integer.parseInt(hit.group(1), 16))));
    }

    private void count(String raw, byte[] pdf) {
        int at = 0;
        while ((at = raw.indexOf("stream", at)) >= 0) {
            int start = at + "stream".length();
            while (start < pdf.length && (pdf[start] == '\r' || pdf[start] == '\n')) {
                start++;
            }
            inflate(pdf, start, 0);
            at += "stream".length();
        }
    }

    /** Counts what lies under one, two and more layers of packing. */
    private void inflate(byte[] bytes, int start, int depth) {
        if (!packed(bytes, start)) {
            return;
        }
        byte[] head = new byte[2];
        int length = 0;
        try (InputStream unpacked = layers(bytes, start, depth)) {
            byte[] buffer = new byte[65_536];
            int read;
            while ((read = unpacked.read(buffer)) > 0) {
                if (length == 0 && read > 1) {
                    System.arraycopy(buffer, 0, head, 0, 2);
                }
                length += read;
                left -= read;
                if (left < 0) {
                    throw new PdfNotAccepted(Reason.SWOLLEN);
                }
            }
        } catch (IOException e) {
            // Not packed after all, or damaged: a reader will see no more of it than we did.
            LOG.log(Level.DEBUG, "A stream of a PDF ends early");
        }
        if (length > 2 && packed(head, 0)) {
            if (depth == DEEPEST) {
                throw new PdfNotAccepted(Reason.SWOLLEN);
            }
            inflate(bytes, start, depth + 1);
        }
    }

    private static InputStream layers(byte[] bytes, int start, int depth) {
        InputStream in = new ByteArrayInputStream(bytes, start, bytes.length - start);
        for (int layer = 0; layer <= depth; layer++) {
            in = new InflaterInputStream(in);
        }
        return in;
    }

    /** The first two bytes of zlib's format are a multiple of 31. */
    private static boolean packed(byte[] bytes, int at) {
        return at + 2 <= bytes.length
                && (bytes[at] & 0x0f) == 8
                && ((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff) % 31 == 0;
    }
}

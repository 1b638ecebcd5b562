package org.preceptorportal.revision;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A PDF whose signatures follow one another, the last of them covering the whole file (RV-1, 2).
 */
public final class SignedFile {
    private static final byte[] HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] KEY = SignedRange.KEY.getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_SIGNATURES = 32;
    private static final int SHORTEST_RUN = 200;
    private static final int MOST_RUNS = 64;

    private final byte[] pdf;
    private final List<SignedRange> ranges;

    private SignedFile(byte[] pdf, List<SignedRange> ranges) {
        this.pdf = pdf;
        this.ranges = ranges;
    }

    /**
     * Finds the signatures of a file.
     *
     * @throws Broken when it has none (then {@code absent}), or when bytes of it are covered by
     *     none
     */
    public static SignedFile read(byte[] pdf) throws Broken {
        List<SignedRange> ranges = new ArrayList<>();
        int end = 0;
        for (int at = next(pdf, 0); at >= 0; at = next(pdf, at + KEY.length)) {
            SignedRange range = SignedRange.at(pdf, at);
            if (at < end || range.gapStart() < end || at >= range.end()) {
                throw new Broken("a signature does not stand in its own revision");
            }
            if (at >= range.gapStart() && at < range.gapEnd()) {
                throw new Broken("the gap holds more than hexadecimal digits");
            }
            end = range.end();
            ranges.add(range);
            if (ranges.size() > MOST_SIGNATURES) {
                throw new Broken("more than " + MOST_SIGNATURES + " signatures");
            }
        }
        if (ranges.isEmpty()) {
            throw new Broken("no /ByteRange", true);
        }
        if (end != pdf.length) {
            throw new Broken("the last signature does not cover the whole file");
        }
        if (!startsWith(pdf, HEADER)) {
            throw new Broken("the file does not begin as a PDF");
        }
        return new SignedFile(pdf, List.copyOf(ranges));
    }

    /** From the first to the last; the last covers the whole file. */
    public List<SignedRange> ranges() {
        return ranges;
    }

    /**
     * Makes sure that all behind the first so many signatures is archive material (RV-3).
     *
     * @param authors how many signatures are authors'; those behind them are time-stamps
     * @throws Broken when something else was appended
     */
    public void onlyArchivedFrom(int authors) throws Broken {
        int from = ranges.get(authors - 1).end();
        new ArchiveUpdate(pdf, from, ranges.subList(authors, ranges.size())).check();
    }

    /** Long runs of hexadecimal digits, decoded: what may be left of a signature. */
    public static List<byte[]> longHexRuns(byte[] pdf) {
        List<byte[]> runs = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= pdf.length && runs.size() < MOST_RUNS; at++) {
            if (at < pdf.length && HexFormat.isHexDigit(pdf[at])) {
                continue;
            }
            int length = (at - start) / 2 * 2;
            if (length >= SHORTEST_RUN) {
                runs.add(HexFormat.of().parseHex(SignedRange.text(pdf, start, start + length)));
            }
            start = at + 1;
        }
        return runs;
    }

    private static int next(byte[] pdf, int from) {
        for (int at = from; at <= pdf.length - KEY.length; at++) {
            if (pdf[at] == '/' && Arrays.equals(pdf, at, at + KEY.length, KEY, 0, KEY.length)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length
                && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}

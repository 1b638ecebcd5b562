package org.preceptorportal.verify;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes revisions by hand, good ones and bad ones, as an attacker with a text editor would. */
final class Appending {
    private static final int RESERVE = 8192;

    private final String pdf;
    private final Map<Integer, String> objects = new LinkedHashMap<>();
    private final Map<Integer, Integer> borrowed = new TreeMap<>();
    private final Map<Integer, Boolean> freed = new TreeMap<>();
    private String root;

    Appending(byte[] pdf) {
        this.pdf = new String(pdf, StandardCharsets.ISO_8859_1);
        this.root = last("/Root\\s+(\\d+ 0 R)");
    }

    /** The first number that no object has. */
    int free() {
        return Integer.parseInt(last("/Size\\s+(\\d+)")) + objects.size();
    }

    /** A new object, or a new version of an old one. */
    Appending object(int number, String value) {
        objects.put(number, value);
        return this;
    }

    /** Lets a cross-reference point at bytes that are there already. */
    Appending borrow(int number, int at) {
        borrowed.put(number, at);
        return this;
    }

    /** Declares an object to be gone. */
    Appending gone(int number) {
        freed.put(number, true);
        return this;
    }

    Appending root(int number) {
        root = number + " 0 R";
        return this;
    }

    int catalog() {
        return Integer.parseInt(root.substring(0, root.indexOf(' ')));
    }

    int page() {
        Matcher page = Pattern.compile("/Type\\s*/Page[\\s/>]").matcher(pdf);
        if (!page.find()) {
            throw new IllegalStateException("no page");
        }
        Matcher number = Pattern.compile("(\\d+) 0 obj").matcher(pdf.substring(0, page.start()));
        int found = -1;
        while (number.find()) {
            found = Integer.parseInt(number.group(1));
        }
        return found;
    }

    /** What an object is now. */
    String value(int number) {
        int at = pdf.lastIndexOf("\n" + number + " 0 obj");
        int start = at + ("\n" + number + " 0 obj").length();
        return pdf.substring(start, pdf.indexOf("endobj", start)).strip();
    }

    /** Where an object stands now. */
    int place(int number) {
        return pdf.lastIndexOf("\n" + number + " 0 obj") + 1;
    }

    /** The file and one revision more. */
    byte[] unsigned() {
        return bytes(text(objects));
    }

    /** The same under a time-stamp over all of it. */
    byte[] stamped(UnaryOperator<byte[]> stamps) {
        int number = free();
        Map<Integer, String> all = new LinkedHashMap<>(objects);
        all.put(
                number,
                "<</Type/DocTimeStamp/Filter/Adobe.PPKLite/SubFilter/ETSI.RFC3161/ByteRange [0"
                        + " AAAAAAAAAA BBBBBBBBBB CCCCCCCCCC]/Contents <"
                        + "0".repeat(2 * RESERVE)
                        + ">>>");
        String text = text(all);
        int gapStart = text.lastIndexOf("/Contents <0000") + "/Contents ".length();
        int gapEnd = gapStart + 2 * RESERVE + 2;
        text =
                text.replace("AAAAAAAAAA", "%010d".formatted(gapStart))
                        .replace("BBBBBBBBBB", "%010d".formatted(gapEnd))
                        .replace("CCCCCCCCCC", "%010d".formatted(text.length() - gapEnd));
        byte[] signed = bytes(text.substring(0, gapStart) + text.substring(gapEnd));
        byte[] token = stamps.apply(sha256(signed));
        String hex = HexFormat.of().formatHex(Arrays.copyOf(token, RESERVE));
        return bytes(text.substring(0, gapStart + 1) + hex + text.substring(gapEnd - 1));
    }

    private String text(Map<Integer, String> written) {
        StringBuilder text = new StringBuilder(pdf);
        if (text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        Map<Integer, String> entries = new TreeMap<>();
        borrowed.forEach((number, at) -> entries.put(number, "%010d 00000 n \n".formatted(at)));
        freed.forEach((number, gone) -> entries.put(number, "0000000000 00001 f \n"));
        written.forEach(
                (number, value) -> {
                    entries.put(number, "%010d 00000 n \n".formatted(text.length()));
                    text.append(number).append(" 0 obj\n").append(value).append("\nendobj\n");
                });
        int start = text.length();
        int size = Integer.parseInt(last("/Size\\s+(\\d+)"));
        text.append("xref\n");
        for (Map.Entry<Integer, String> entry : entries.entrySet()) {
            text.append(entry.getKey()).append(" 1\n").append(entry.getValue());
            size = Math.max(size, entry.getKey() + 1);
        }
        text.append("trailer\n<</Size ").append(size).append("/Root ").append(root);
        String info = lastOrNull("/Info\\s+(\\d+ 0 R)");
        if (info != null) {
            text.append("/Info ").append(info);
        }
        return text.append("/Prev ")
                .append(last("startxref\\s+(\\d+)"))
                .append(">>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n")
                .toString();
    }

    private String last(String pattern) {
        String found = lastOrNull(pattern);
        if (found == null) {
            throw new IllegalStateException("no " + pattern);
        }
        return found;
    }

    private String lastOrNull(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(pdf);
        String found = null;
        while (matcher.find()) {
            found = matcher.group(1);
        }
        return found;
    }

    /** A whole small PDF of these objects, of which number 1 is the catalog. */
    static byte[] whole(Map<Integer, String> objects) {
        StringBuilder text = new StringBuilder("%PDF-1.7\n");
        StringBuilder table = new StringBuilder();
        int size = 1;
        for (Map.Entry<Integer, String> object : new TreeMap<>(objects).entrySet()) {
            table.append(object.getKey()).append(" 1\n");
            table.append("%010d 00000 n \n".formatted(text.length()));
            text.append(object.getKey())
                    .append(" 0 obj\n")
                    .append(object.getValue())
                    .append("\nendobj\n");
            size = object.getKey() + 1;
        }
        int start = text.length();
        text.append("xref\n0 1\n0000000000 65535 f \n")
                .append(table)
                .append("trailer\n<</Size ")
                .append(size)
                .append("/Root 1 0 R>>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        return bytes(text.toString());
    }

    static String stream(String content) {
        return "<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream";
    }

    static byte[] bytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

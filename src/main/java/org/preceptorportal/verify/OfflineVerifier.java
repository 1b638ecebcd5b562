package org.preceptorportal.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.preceptorportal.seal.Examination;
import org.preceptorportal.seal.Trust;
import org.preceptorportal.seal.Verdict;

/**
 * Judges letters and packets with nothing but certificates (VF-5). In a packet every file must be
 * as {@code SHA256SUMS} says, and every letter among them genuine; that list itself is not signed,
 * so for files without seal it proves an undamaged download and no more.
 */
public final class OfflineVerifier {
    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_FILES = 70_000;
    private static final String SUMS = "SHA256SUMS";
    private static final String ORIGINALS = "originals/";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.US)
                    .withZone(ZoneOffset.UTC);

    private final Examination examination;

    /** What a file turned out to be. */
    public enum Judgment {
        GENUINE,
        /** Without seal, but as the packet's list says. */
        LISTED,
        ALTERED,
        NOT_OURS,
        NOT_SEALED,
        MISSING,
        NOT_LISTED,
        UNREADABLE;

        /** Whether nothing speaks against the file. */
        public boolean fine() {
            return this == GENUINE || this == LISTED;
        }
    }

    /**
     * @param words one plain sentence
     */
    public record Line(Judgment judgment, String file, String words) {}

    /**
     * @param certificates the root alone is enough
     */
    public OfflineVerifier(List<X509Certificate> certificates) {
        // Whom to trust for the time is the reader's to say; the line names the authority.
        this.examination = new Examination(new Trust(certificates, true));
    }

    /** Reads certificates in PEM. */
    public static List<X509Certificate> certificates(Path pem)
            throws IOException, GeneralSecurityException {
        List<X509Certificate> found = new ArrayList<>();
        try (InputStream in = Files.newInputStream(pem)) {
            for (var certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                found.add((X509Certificate) certificate);
            }
        }
        return found;
    }

    /** Judges a PDF or a ZIP of them. */
    public List<Line> judge(Path file) throws IOException {
        return startsWithZip(file)
                ? packet(file)
                : List.of(letter(file.getFileName().toString(), bounded(file)));
    }

    /** Judges one letter. */
    public Line letter(String name, byte[] bytes) {
        Verdict verdict = examination.of(bytes);
        return switch (verdict.finding()) {
            case INTACT -> new Line(Judgment.GENUINE, name, signed(verdict));
            case ALTERED ->
                    new Line(
                            Judgment.ALTERED,
                            name,
                            "sealed once, but changed since (" + verdict.fault() + ")");
            case NOT_OURS ->
                    new Line(Judgment.NOT_OURS, name, "sealed by nobody this root vouches for");
            case NOT_SEALED ->
                    new Line(
                            Judgment.NOT_SEALED,
                            name,
                            "no seal; if a code is printed at its foot, check that one online");
        };
    }

    private static String signed(Verdict verdict) {
        List<String> authors = new ArrayList<>();
        for (Verdict.Signature signature : verdict.signatures()) {
            authors.add(
                    signature.signatory().name()
                            + " ("
                            + signature.signatory().organization()
                            + ") "
                            + TIME.format(signature.at())
                            + ", time by "
                            + signature.stampedBy());
        }
        return "signed by "
                + String.join("; ", authors)
                + "; PAdES-"
                + verdict.level().name().replace('_', '-');
    }

    // --- packets --------------------------------------------------------------------------------

    private List<Line> packet(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            if (entries.size() > MOST_FILES) {
                throw new IOException("more than " + MOST_FILES + " files in the packet");
            }
            ZipEntry list = zip.getEntry(SUMS);
            Map<String, String> sums = list == null ? null : sums(bounded(zip, list));
            List<Line> lines = new ArrayList<>();
            TreeSet<String> seen = new TreeSet<>();
            for (ZipEntry entry : entries) {
                if (entry.isDirectory() || entry.getName().equals(SUMS) && seen.add(SUMS)) {
                    continue;
                }
                lines.add(
                        seen.add(entry.getName())
                                ? packed(zip, entry, sums)
                                : new Line(
                                        Judgment.ALTERED,
                                        entry.getName(),
                                        "stands twice in the packet"));
            }
            if (sums == null) {
                lines.add(new Line(Judgment.MISSING, SUMS, "the packet's list is not there"));
            } else {
                sums.keySet().stream()
                        .filter(name -> !seen.contains(name))
                        .map(
                                name ->
                                        new Line(
                                                Judgment.MISSING,
                                                name,
                                                "on the packet's list, but not there"))
                        .forEach(lines::add);
            }
            return lines;
        }
    }

    private Line packed(ZipFile zip, ZipEntry entry, Map<String, String> sums) {
        String name = entry.getName();
        byte[] bytes;
        try {
            bytes = bounded(zip, entry);
        } catch (IOException e) {
            return new Line(Judgment.UNREADABLE, name, "cannot be read: " + e.getMessage());
        }
        Line line = letter(name, bytes);
        if (sums != null && !sums.containsKey(name)) {
            return line.judgment() == Judgment.GENUINE
                    ? new Line(Judgment.NOT_LISTED, name, "genuine, but not on the packet's list")
                    : new Line(Judgment.NOT_LISTED, name, "not on the packet's list");
        }
        if (sums != null && !sums.get(name).equals(sha256(bytes))) {
            return new Line(Judgment.ALTERED, name, "not the file on the packet's list");
        }
        boolean unsealed =
                line.judgment() == Judgment.NOT_SEALED && sums != null && !original(name);
        return unsealed
                ? new Line(Judgment.LISTED, name, "as the packet's list says; it has no seal")
                : line;
    }

    private static boolean original(String name) {
        return name.startsWith(ORIGINALS) || name.contains("/" + ORIGINALS);
    }

    private static Map<String, String> sums(byte[] list) throws IOException {
        Map<String, String> sums = new LinkedHashMap<>();
        for (String line : new String(list, StandardCharsets.UTF_8).split("\n")) {
            if (!line.matches("[0-9a-f]{64} [ *].+")
                    || sums.put(line.substring(66), line.substring(0, 64)) != null) {
                throw new IOException(SUMS + " is not a list of files");
            }
        }
        return sums;
    }

    // --- bytes ----------------------------------------------------------------------------------

    private static boolean startsWithZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4
                    && start[0] == 'P'
                    && start[1] == 'K'
                    && (start[2] == 3 && start[3] == 4 || start[2] == 5 && start[3] == 6);
        }
    }

    private static byte[] bounded(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return bounded(in);
        }
    }

    private static byte[] bounded(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return bounded(in);
        }
    }

    private static byte[] bounded(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("larger than " + (MOST_BYTES >> 20) + " MB");
        }
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

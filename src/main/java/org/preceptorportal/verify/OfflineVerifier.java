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
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.preceptorportal.seal.Examination;
import org.preceptorportal.seal.Trust;
import org.preceptorportal.seal.Verdict;

/**
 * Judges letters, packets and the portal's own statements with nothing but certificates (VF-5). In
 * a packet, packed or unpacked, every file must be as its signed {@code manifest.json} says, and
 * every letter among them genuine. Packets of former days have only {@code SHA256SUMS}, which is
 * not signed: for files without seal it proves an undamaged download and no more.
 */
public final class OfflineVerifier {
    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_FILES = 1_000_000;
    private static final String SUMS = "SHA256SUMS";
    private static final String MANIFEST = "manifest.json";

    /** What changed since an earlier packet: the others are taken from that one. */
    private static final String CHANGES = "changes.json";

    private static final String CHANGES_LIST = "CHANGES.csv";

    /** A statement's signature stands beside it, under its name and this. */
    private static final String SIGNATURE = ".p7s";

    /** Nothing else that the portal states may stand in for what is in a packet. */
    private static final String MANIFEST_START = "{\n\"format\": \"preceptor-portal-packet-1\",\n";

    private static final String CHANGES_START = "{\n\"format\": \"preceptor-portal-changes-1\",\n";

    /** The portal writes each file of a manifest on a line of its own; no text has line breaks. */
    private static final Pattern LISTED =
            Pattern.compile(
                    "(?m)^ *\\{\"name\": ?\"([^\"\\\\]+)\", ?.*\"sha256\":"
                            + " ?\"([0-9a-f]{64})\"\\},?$");

    private static final String ORIGINALS = "originals/";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.US)
                    .withZone(ZoneOffset.UTC);

    private final Examination examination;

    /** What a file turned out to be. */
    public enum Judgment {
        GENUINE,
        /** Without seal, but as the portal's signed manifest says. */
        VOUCHED,
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
            return this == GENUINE || this == VOUCHED || this == LISTED;
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

    /** Judges a PDF, a packet as ZIP or unpacked, or a statement with its signature beside it. */
    public List<Line> judge(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return packet(Bundle.of(file));
        }
        if (startsWithZip(file)) {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return packet(Bundle.of(zip));
            }
        }
        String name = file.getFileName().toString();
        Path signature = file.resolveSibling(name + SIGNATURE);
        return List.of(
                Files.isRegularFile(signature)
                        ? statement(name, bounded(file), bounded(signature))
                        : letter(name, bounded(file)));
    }

    /** Judges what the portal itself states. */
    private Line statement(String name, byte[] statement, byte[] signature) {
        Verdict verdict = examination.ofStatement(statement, signature);
        return switch (verdict.finding()) {
            case INTACT ->
                    new Line(
                            Judgment.GENUINE,
                            name,
                            "stated by "
                                    + verdict.signatory().name()
                                    + " "
                                    + TIME.format(verdict.sealedAt())
                                    + ", time by "
                                    + verdict.stampedBy());
            case NOT_OURS ->
                    new Line(
                            Judgment.NOT_OURS,
                            name,
                            "signed by no portal that this root vouches for");
            case ALTERED, NOT_SEALED ->
                    new Line(
                            Judgment.ALTERED,
                            name,
                            "not what was signed (" + verdict.fault() + ")");
        };
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

    /** The files of a packet, by their names in it. */
    private interface Bundle {
        List<String> names() throws IOException;

        InputStream open(String name) throws IOException;

        static Bundle of(ZipFile zip) {
            return new Bundle() {
                @Override
                public List<String> names() {
                    return zip.stream()
                            .filter(entry -> !entry.isDirectory())
                            .map(ZipEntry::getName)
                            .toList();
                }

                @Override
                public InputStream open(String name) throws IOException {
                    return zip.getInputStream(zip.getEntry(name));
                }
            };
        }

        static Bundle of(Path folder) {
            return new Bundle() {
                @Override
                public List<String> names() throws IOException {
                    try (Stream<Path> all = Files.walk(folder)) {
                        return all.filter(Files::isRegularFile)
                                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                                .sorted()
                                .toList();
                    }
                }

                @Override
                public InputStream open(String name) throws IOException {
                    return Files.newInputStream(folder.resolve(name));
                }
            };
        }

        default byte[] read(String name) throws IOException {
            try (InputStream in = open(name)) {
                return bounded(in);
            }
        }
    }

    /** What says which files belong to a packet; the hash of each. */
    private record Contents(Map<String, String> sums, boolean signed) {
        boolean lists(String name) {
            return sums.containsKey(name);
        }

        boolean contradicts(Contents other) {
            return sums.entrySet().stream()
                    .anyMatch(file -> !file.getValue().equals(other.sums.get(file.getKey())));
        }
    }

    private List<Line> packet(Bundle packet) throws IOException {
        List<String> names = packet.names();
        if (names.size() > MOST_FILES) {
            throw new IOException("more than " + MOST_FILES + " files in the packet");
        }
        List<Line> lines = new ArrayList<>();
        // What is judged otherwise than by the list, once each.
        TreeSet<String> apart = new TreeSet<>();
        Contents contents = null;
        if (names.contains(SUMS)) {
            apart.add(SUMS);
            contents = new Contents(sums(packet.read(SUMS)), false);
        }
        if (names.contains(MANIFEST) && names.contains(MANIFEST + SIGNATURE)) {
            apart.addAll(List.of(MANIFEST, MANIFEST + SIGNATURE));
            byte[] manifest = packet.read(MANIFEST);
            Line line = statement(MANIFEST, manifest, packet.read(MANIFEST + SIGNATURE));
            lines.add(line);
            if (line.judgment() == Judgment.GENUINE && !starts(manifest, MANIFEST_START)) {
                lines.add(new Line(Judgment.ALTERED, MANIFEST, "states something else"));
            } else if (line.judgment() == Judgment.GENUINE) {
                Contents vouched = new Contents(listed(manifest), true);
                if (contents != null && vouched.contradicts(contents)) {
                    lines.add(new Line(Judgment.ALTERED, SUMS, "says otherwise than the manifest"));
                }
                contents = vouched;
            }
        } else if (names.contains(MANIFEST)) {
            lines.add(new Line(Judgment.MISSING, MANIFEST + SIGNATURE, "the manifest is unsigned"));
        } else {
            // Else whoever takes it away could list what they like.
            lines.add(new Line(Judgment.MISSING, MANIFEST, "the signed manifest is not there"));
        }
        Map<String, String> needed = contents == null ? Map.of() : contents.sums();
        if (names.contains(CHANGES) && names.contains(CHANGES + SIGNATURE) && contents != null) {
            apart.addAll(List.of(CHANGES, CHANGES + SIGNATURE));
            byte[] changes = packet.read(CHANGES);
            Line line = statement(CHANGES, changes, packet.read(CHANGES + SIGNATURE));
            lines.add(line);
            if (line.judgment() == Judgment.GENUINE && !starts(changes, CHANGES_START)) {
                lines.add(new Line(Judgment.ALTERED, CHANGES, "states something else"));
            } else if (line.judgment() == Judgment.GENUINE && contents.signed()) {
                Map<String, String> changed = listed(changes);
                // Nothing else: what an older one lists may be withdrawn by now.
                if (changed.containsKey(CHANGES_LIST)) {
                    contents.sums().put(CHANGES_LIST, changed.get(CHANGES_LIST));
                }
                // Those of another packet do not say that files may be absent from this one.
                if (isOf(changes, sha256(packet.read(MANIFEST)))) {
                    needed = changed;
                    needed.keySet().retainAll(contents.sums().keySet());
                }
            }
        }
        TreeSet<String> seen = new TreeSet<>();
        for (String name : names) {
            if (apart.remove(name)) {
                seen.add(name);
                continue;
            }
            lines.add(
                    seen.add(name)
                            ? packed(packet, name, contents)
                            : new Line(Judgment.ALTERED, name, "stands twice in the packet"));
        }
        if (contents == null) {
            lines.add(new Line(Judgment.MISSING, SUMS, "the packet's list is not there"));
        } else {
            needed.keySet().stream()
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

    private Line packed(Bundle packet, String name, Contents contents) {
        byte[] bytes;
        try {
            bytes = packet.read(name);
        } catch (IOException e) {
            return new Line(Judgment.UNREADABLE, name, "cannot be read: " + e.getMessage());
        }
        Line line = letter(name, bytes);
        if (contents == null) {
            return line;
        }
        if (!contents.lists(name)) {
            return line.judgment() == Judgment.GENUINE
                    ? new Line(Judgment.NOT_LISTED, name, "genuine, but not on the packet's list")
                    : new Line(Judgment.NOT_LISTED, name, "not on the packet's list");
        }
        if (!contents.sums().get(name).equals(sha256(bytes))) {
            return new Line(Judgment.ALTERED, name, "not the file on the packet's list");
        }
        if (line.judgment() != Judgment.NOT_SEALED || original(name)) {
            return line;
        }
        return contents.signed()
                ? new Line(Judgment.VOUCHED, name, "as the portal's signed manifest says")
                : new Line(Judgment.LISTED, name, "as the packet's list says; it has no seal");
    }

    private static Map<String, String> listed(byte[] manifest) {
        Map<String, String> sums = new LinkedHashMap<>();
        Matcher line = LISTED.matcher(new String(manifest, StandardCharsets.UTF_8));
        while (line.find()) {
            sums.put(line.group(1), line.group(2));
        }
        return sums;
    }

    private static boolean starts(byte[] statement, String start) {
        return new String(statement, StandardCharsets.UTF_8).startsWith(start);
    }

    private static boolean isOf(byte[] changes, String manifest) {
        return new String(changes, StandardCharsets.UTF_8)
                .contains("\n\"manifest\": \"" + manifest + "\",\n");
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

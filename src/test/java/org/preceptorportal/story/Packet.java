package org.preceptorportal.story;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A downloaded packet in the hands of program staff. */
final class Packet {
    private static final String SUMS = "SHA256SUMS";

    private Packet() {}

    static Path unpack(Path zip, Path folder) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("a name leaves the archive: " + entry.getName());
                }
                Files.createDirectories(target.getParent());
                try (InputStream in = file.getInputStream(entry)) {
                    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return folder;
    }

    /** What {@code sha256sum -c} would complain of, and files that it would not look at. */
    static List<String> checksumFaults(Path folder) throws IOException, GeneralSecurityException {
        List<String> faults = new ArrayList<>();
        Set<String> listed = new TreeSet<>(Set.of(SUMS, "manifest.json.p7s"));
        for (String line : Files.readAllLines(folder.resolve(SUMS))) {
            String[] parts = line.split(" [ *]", 2);
            listed.add(parts[1]);
            byte[] bytes = Files.readAllBytes(folder.resolve(parts[1]));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            if (!HexFormat.of().formatHex(hash).equals(parts[0])) {
                faults.add(parts[1] + ": FAILED");
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !listed.contains(name))
                    .forEach(name -> faults.add(name + ": not listed"));
        }
        return faults;
    }

    /** The rows of index.csv. */
    static List<Map<String, String>> index(Path folder) throws IOException {
        String text = Files.readString(folder.resolve("index.csv"));
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new java.io.StringReader(text.replaceFirst("^\uFEFF", "")))
                .stream()
                .map(CSVRecord::toMap)
                .toList();
    }

    static List<Path> originals(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("originals"))) {
            return files.sorted().toList();
        }
    }

    /**
     * Root, issuer and time-stamper of a portal: what a careful reader trusts. The issuer too, for
     * there is no revocation data below it.
     */
    static List<X509Certificate> authorities(Path data)
            throws IOException, GeneralSecurityException {
        Path seal = data.resolve("seal");
        char[] password =
                Files.readString(seal.resolve("authority.password")).strip().toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(seal.resolve("authority.p12"))) {
            store.load(in, password);
        }
        List<X509Certificate> authorities = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            authorities.add((X509Certificate) store.getCertificate(alias));
        }
        return authorities;
    }
}

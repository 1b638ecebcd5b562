package org.preceptorportal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.seal.PortalSeal;
import org.preceptorportal.seal.Seal;

/** The offline verifier, as people call it. */
class VerifyCommandTest {
    @TempDir static Path keys;
    private static SealedLetters letters;
    private static byte[] single;
    private static byte[] group;

    @TempDir Path folder;
    private Path root;
    private String said;

    @BeforeAll
    static void seal() {
        letters = new SealedLetters(keys);
        single = letters.single();
        group = letters.archived(letters.group());
    }

    @BeforeEach
    void offerTheRoot() throws IOException {
        RootCertificates roots = new RootCertificates();
        roots.seal = letters.seal;
        root = Files.writeString(folder.resolve("root.pem"), roots.pem());
    }

    @Test
    void namesAuthorsTimeAndLevelOfAGenuineLetter() throws IOException {
        assertThat(run(file("letter.pdf", single))).as(said).isZero();
        assertThat(said)
                .contains(
                        "genuine     letter.pdf: signed by Ana Ruiz, MD (Northgate Medical Center)")
                .contains("PAdES-BASELINE-T")
                .contains("All genuine: 1 genuine.");
        assertThat(run(file("group.pdf", group))).as(said).isZero();
        assertThat(said)
                .contains("Ana Ruiz, MD", "Omar Haddad, MD", "Wei Chen, DO", "PAdES-BASELINE-LTA");
    }

    @Test
    void saysWhenALetterIsNotGenuine() throws IOException {
        byte[] changed = single.clone();
        changed[500] ^= 1;
        assertThat(run(file("changed.pdf", changed))).isEqualTo(1);
        assertThat(said).contains("ALTERED     changed.pdf").contains("NOT all genuine");
        assertThat(run(file("copy.pdf", letters.uploadCopy()))).isEqualTo(1);
        assertThat(said).contains("NOT SEALED");
        assertThat(run(file("empty.pdf", new byte[0]))).isEqualTo(1);
    }

    @Test
    void anotherPortalsLetterIsNotOurs(@TempDir Path elsewhere) throws IOException {
        assertThat(run(file("theirs.pdf", new SealedLetters(elsewhere).single()))).isEqualTo(1);
        assertThat(said).contains("NOT OURS");
    }

    @Test
    void aPacketWhoseManifestWasTakenAwayIsNotWhole() throws Exception {
        Map<String, byte[]> files = packet();
        assertThat(run(zip("packet.zip", files, sums(files)))).as(said).isEqualTo(1);
        assertThat(said)
                .contains("MISSING     manifest.json")
                .contains("NOT all genuine: 2 genuine, 2 listed, 1 MISSING.")
                .contains("no seal");
    }

    @Test
    void findsEveryFaultOfAPacket() throws Exception {
        Map<String, byte[]> files = packet();
        String sums = sums(files);

        files.get("applicants/Nguyen.pdf")[10] ^= 1;
        assertThat(run(zip("changed.zip", files, sums))).isEqualTo(1);
        assertThat(said).contains("ALTERED     applicants/Nguyen.pdf: not the file");

        files = packet();
        files.get("originals/One.pdf")[900] ^= 1;
        assertThat(run(zip("relisted.zip", files, sums(files)))).isEqualTo(1);
        assertThat(said).contains("ALTERED     originals/One.pdf: sealed once");

        files = packet();
        files.put("originals/One.pdf", letters.uploadCopy());
        assertThat(run(zip("unsealed.zip", files, sums(files)))).isEqualTo(1);
        assertThat(said).contains("NOT SEALED  originals/One.pdf");

        files = packet();
        files.remove("originals/One.pdf");
        assertThat(run(zip("less.zip", files, sums))).isEqualTo(1);
        assertThat(said).contains("MISSING     originals/One.pdf");

        files = packet();
        files.put("originals/Three.pdf", single);
        assertThat(run(zip("more.zip", files, sums))).isEqualTo(1);
        assertThat(said).contains("NOT LISTED  originals/Three.pdf: genuine, but");

        assertThat(run(zip("bare.zip", packet(), null))).isEqualTo(1);
        assertThat(said).contains("MISSING     SHA256SUMS");
    }

    @Test
    void aPacketWithoutALetterProvesNothing() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("index.csv", new byte[] {1});
        assertThat(run(zip("empty.zip", files, sums(files)))).isEqualTo(1);
    }

    @Test
    void aSignedManifestVouchesForEveryFile() throws Exception {
        Map<String, byte[]> files = signedPacket(letters.seal);
        assertThat(run(zip("signed.zip", files, sums(files)))).as(said).isZero();
        assertThat(said)
                .contains("genuine     manifest.json: stated by Preceptor Portal")
                .contains("All genuine: 3 genuine, 2 vouched.");

        Path unpacked = Files.createDirectories(folder.resolve("unpacked"));
        for (var file : files.entrySet()) {
            Path each = unpacked.resolve(file.getKey());
            Files.createDirectories(each.getParent());
            Files.write(each, file.getValue());
        }
        assertThat(run(unpacked)).as(said).isZero();
        assertThat(run(unpacked.resolve("manifest.json"))).as(said).isZero();

        files.get("applicants/Nguyen.pdf")[10] ^= 1;
        assertThat(run(zip("relisted.zip", files, sums(files)))).isEqualTo(1);
        assertThat(said)
                .contains("ALTERED     SHA256SUMS: says otherwise")
                .contains("ALTERED     applicants/Nguyen.pdf: not the file");

        files = signedPacket(letters.seal);
        files.get("manifest.json")[20] ^= 1;
        assertThat(run(zip("restated.zip", files, sums(files)))).isEqualTo(1);
        assertThat(said).contains("ALTERED     manifest.json: not what was signed");

        files = signedPacket(letters.seal);
        files.remove("manifest.json.p7s");
        assertThat(run(zip("unsigned.zip", files, sums(files)))).isEqualTo(1);
        assertThat(said).contains("MISSING     manifest.json.p7s");
    }

    @Test
    void oldStatementsVerifyAfterARollOverAndOthersNever(@TempDir Path elsewhere) throws Exception {
        SealedLetters own = new SealedLetters(elsewhere);
        Map<String, byte[]> files = signedPacket(own.seal);
        assertThat(run(zip("theirs.zip", files, null))).isEqualTo(1);
        assertThat(said).contains("NOT OURS    manifest.json");

        files = signedPacket(letters.seal);
        letters.seal.roll(false);
        assertThat(run(zip("old.zip", files, sums(files)))).as(said).isZero();
        files = signedPacket(letters.seal);
        assertThat(run(zip("new.zip", files, sums(files)))).as(said).isZero();
    }

    @Test
    void changesAreJudgedAloneAndOverTheEarlierPacket() throws Exception {
        Map<String, byte[]> files = signedPacket(letters.seal);
        Map<String, byte[]> both = new LinkedHashMap<>(files);
        files.keySet().removeAll(List.of("applicants/Nguyen.pdf", "originals/Two.pdf"));
        assertThat(run(zip("less.zip", files, null))).isEqualTo(1);

        byte[] csv = "change,file\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] changes =
                ("{\n\"format\": \"preceptor-portal-changes-1\",\n\"manifest\": \""
                                + sha256(files.get("manifest.json"))
                                + "\",\n\"files\": [\n  {\"name\":\"originals/One.pdf\",\"size\":1,\"sha256\":\""
                                + sha256(files.get("originals/One.pdf"))
                                + "\"},\n  {\"name\":\"CHANGES.csv\",\"size\":1,\"sha256\":\""
                                + sha256(csv)
                                + "\"}\n]\n}\n")
                        .getBytes(StandardCharsets.UTF_8);
        for (Map<String, byte[]> each : List.of(files, both)) {
            each.put("CHANGES.csv", csv);
            each.put("changes.json", changes);
            each.put("changes.json.p7s", new PortalSeal(letters.seal).sign(changes));
        }
        assertThat(run(zip("changes.zip", files, null))).as(said).isZero();
        assertThat(run(zip("both.zip", both, null))).as(said).isZero();
        files.remove("originals/One.pdf");
        assertThat(run(zip("lost.zip", files, null))).isEqualTo(1);
        assertThat(said).contains("MISSING     originals/One.pdf");
        both.put("originals/Withdrawn.pdf", single);
        assertThat(run(zip("stale.zip", both, null))).isEqualTo(1);
        assertThat(said).contains("NOT LISTED  originals/Withdrawn.pdf");
    }

    @Test
    void noOtherStatementOfThePortalExcusesAbsentFiles() throws Exception {
        PortalSeal portal = new PortalSeal(letters.seal);
        Map<String, byte[]> files = signedPacket(letters.seal);
        files.remove("originals/Two.pdf");
        byte[] foreign =
                ("{\n\"format\": \"preceptor-portal-changes-1\",\n\"manifest\": \""
                                + "0".repeat(64)
                                + "\",\n\"files\": [\n\n]\n}\n")
                        .getBytes(StandardCharsets.UTF_8);
        files.put("changes.json", foreign);
        files.put("changes.json.p7s", portal.sign(foreign));
        assertThat(run(zip("foreign.zip", files, null))).isEqualTo(1);
        assertThat(said).contains("MISSING     originals/Two.pdf");

        byte[] part =
                new String(signedPacket(letters.seal).get("manifest.json"), StandardCharsets.UTF_8)
                        .replace("packet-1", "changes-1")
                        .getBytes(StandardCharsets.UTF_8);
        files = packet();
        files.put("manifest.json", part);
        files.put("manifest.json.p7s", portal.sign(part));
        assertThat(run(zip("renamed.zip", files, null))).isEqualTo(1);
        assertThat(said).contains("ALTERED     manifest.json: states something else");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static Map<String, byte[]> signedPacket(Seal seal) throws Exception {
        Map<String, byte[]> files = packet();
        StringBuilder manifest =
                new StringBuilder(
                        "{\n\"format\": \"preceptor-portal-packet-1\",\n\"program\": \"A, B\",\n\"files\": [\n");
        String comma = "";
        for (var file : files.entrySet()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.getValue());
            manifest.append(comma)
                    .append(
                            "  {\"name\":\"%s\",\"size\":%d,\"sha256\":\"%s\"}"
                                    .formatted(
                                            file.getKey(),
                                            file.getValue().length,
                                            HexFormat.of().formatHex(digest)));
            comma = ",\n";
        }
        byte[] bytes = manifest.append("\n]\n}\n").toString().getBytes(StandardCharsets.UTF_8);
        files.put("manifest.json", bytes);
        files.put("manifest.json.p7s", new PortalSeal(seal).sign(bytes));
        return files;
    }

    @Test
    void strangeNamesDoNotSteerTheTerminal() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("x\u001b[2J\ngenuine.pdf", single);
        run(zip("names.zip", files, null));
        assertThat(said).doesNotContain("\u001b").contains("x?[2J?genuine.pdf");
    }

    @Test
    void wrongUseIsSaid() throws IOException {
        assertThat(VerifyCommand.run(List.of("x.pdf"), quiet())).isEqualTo(2);
        assertThat(run(folder.resolve("nothing.pdf"))).isEqualTo(2);
        Files.writeString(root, "no certificate");
        assertThat(run(file("letter.pdf", single))).isEqualTo(2);
    }

    private static Map<String, byte[]> packet() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("applicants/Nguyen.pdf", letters.uploadCopy());
        files.put("originals/One.pdf", single.clone());
        files.put("originals/Two.pdf", group.clone());
        files.put("index.csv", "applicant,latin_name\n".getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static String sums(Map<String, byte[]> files) throws Exception {
        StringBuilder sums = new StringBuilder();
        for (var file : files.entrySet()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.getValue());
            sums.append(HexFormat.of().formatHex(digest))
                    .append("  ")
                    .append(file.getKey())
                    .append('\n');
        }
        return sums.toString();
    }

    private Path zip(String name, Map<String, byte[]> files, String sums) throws IOException {
        Path zip = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
            if (sums != null) {
                out.putNextEntry(new ZipEntry("SHA256SUMS"));
                out.write(sums.getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private int run(Path file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(file.toString(), "--root"));
        arguments.add(root.toString());
        int code = VerifyCommand.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private static PrintStream quiet() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }
}

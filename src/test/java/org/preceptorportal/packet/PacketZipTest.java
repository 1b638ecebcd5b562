package org.preceptorportal.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preceptorportal.packet.Entry.Kind;
import org.preceptorportal.store.Blob;
import org.preceptorportal.store.BlobDamaged;
import org.preceptorportal.store.Sha256;

/** PK-5. */
class PacketZipTest {
    private static final Instant MADE = Instant.parse("2026-11-22T07:00:13Z");

    @TempDir Path temp;
    private final Map<Sha256, byte[]> kept = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    @BeforeEach
    void fill() {
        Random random = new Random(7);
        for (int i = 0; i < 5; i++) {
            byte[] bytes = new byte[i * 1500];
            random.nextBytes(bytes);
            add("Applicant_" + i + ".pdf", Kind.APPLICANT, bytes);
            add("originals/Applicant_" + i + "_by_Author.pdf", Kind.ORIGINAL, bytes);
        }
        add("index.csv", Kind.INDEX, "a,b\r\n".getBytes(StandardCharsets.UTF_8));
        add("SHA256SUMS", Kind.SUMS, Index.sums(entries));
    }

    @Test
    void isTheLengthItSays() throws IOException {
        assertThat(zip().length()).isEqualTo(whole().length).isEqualTo(PacketZip.length(entries));
    }

    @Test
    void aPlainZipHasItsLimits() {
        assertThat(PacketZip.fits(entries)).isTrue();
        Entry one = entries.get(0);
        assertThat(PacketZip.fits(Collections.nCopies(65_534, one))).isTrue();
        assertThat(PacketZip.fits(Collections.nCopies(65_535, one))).isFalse();
        Blob half = new Blob(one.blob().sha256(), 1L << 31, 0);
        Entry big = new Entry(1, "a.pdf", Kind.APPLICANT, 5L, "A", half);
        assertThat(PacketZip.fits(List.of(big))).isTrue();
        assertThat(PacketZip.fits(List.of(big, big))).isFalse();
    }

    @Test
    void javaReadsEveryEntry() throws IOException {
        try (ZipFile read = new ZipFile(file().toFile())) {
            assertThat(read.stream().map(ZipEntry::getName))
                    .containsExactlyElementsOf(entries.stream().map(Entry::name).toList());
            for (Entry entry : entries) {
                assertThat(read.getInputStream(read.getEntry(entry.name())).readAllBytes())
                        .isEqualTo(kept.get(entry.blob().sha256()));
            }
            assertThat(read.getEntry("index.csv").getTimeLocal())
                    .as("the moment it was made, in UTC, whatever the machine's zone")
                    .isEqualTo("2026-11-22T07:00:12");
        }
    }

    @Test
    void unzipAndSha256sumFindNoFault() throws Exception {
        Path zip = file();
        assertThat(run(temp, "unzip", "-tq", zip.toString())).isZero();
        assertThat(run(temp, "unzip", "-q", zip.toString(), "-d", "out")).isZero();
        assertThat(run(temp.resolve("out"), "sha256sum", "--strict", "-c", "SHA256SUMS")).isZero();
    }

    @Test
    void anyRangeIsThatPartOfTheWhole() throws IOException {
        byte[] whole = whole();
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            int from = random.nextInt(whole.length);
            int until = from + random.nextInt(whole.length - from + 1);
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            zip().write(part, from, until);
            assertThat(part.toByteArray()).isEqualTo(Arrays.copyOfRange(whole, from, until));
        }
    }

    @Test
    void readsOnlyTheFilesARangeTouches() throws IOException {
        List<Sha256> read = new ArrayList<>();
        PacketZip zip =
                new PacketZip(
                        entries,
                        MADE,
                        sha -> {
                            read.add(sha);
                            return kept.get(sha);
                        });
        zip.write(new ByteArrayOutputStream(), zip.length() - 30, zip.length());
        assertThat(read).isEmpty();
    }

    @Test
    void stopsAtADamagedFile() {
        Sha256 damaged = entries.get(3).blob().sha256();
        PacketZip zip =
                new PacketZip(
                        entries,
                        MADE,
                        sha -> {
                            if (sha.equals(damaged)) {
                                throw new BlobDamaged(sha, "was altered");
                            }
                            return kept.get(sha);
                        });
        assertThatThrownBy(() -> zip.write(new ByteArrayOutputStream(), 0, zip.length()))
                .isInstanceOf(BlobDamaged.class);
    }

    private PacketZip zip() {
        return new PacketZip(entries, MADE, kept::get);
    }

    private byte[] whole() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        zip().write(out, 0, zip().length());
        return out.toByteArray();
    }

    private Path file() throws IOException {
        return Files.write(temp.resolve("packet.zip"), whole());
    }

    private void add(String name, Kind kind, byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        Blob blob = new Blob(Sha256.of(bytes), bytes.length, crc.getValue());
        kept.put(blob.sha256(), bytes);
        entries.add(new Entry(entries.size() + 1, name, kind, null, name, blob));
    }

    private static int run(Path folder, String... command) throws Exception {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return process.waitFor();
    }
}

package org.preceptorportal.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
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
    private final Semaphore room = new Semaphore(9);

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
        add("SHA256SUMS", Kind.SUMS, Laying.sums(entries));
    }

    @Test
    void isTheLengthItSays() throws IOException {
        assertThat(zip().length()).isEqualTo(whole().length).isEqualTo(PacketZip.length(entries));
    }

    @Test
    void holdsMoreFilesThanAPlainZip() throws Exception {
        entries.clear();
        for (int i = 0; i < 65_600; i++) {
            add("Applicant_" + i + ".pdf", Kind.APPLICANT, new byte[] {(byte) i, (byte) (i >> 8)});
        }
        assertThat(zip().length()).isEqualTo(whole().length).isEqualTo(PacketZip.length(entries));
        Path zip = file();
        assertThat(run(temp, "unzip", "-tq", zip.toString())).isZero();
        try (ZipFile read = new ZipFile(zip.toFile())) {
            assertThat(read.size()).isEqualTo(65_600);
            assertThat(read.getInputStream(read.getEntry("Applicant_65599.pdf")).readAllBytes())
                    .containsExactly(65_599 & 0xff, 65_599 >> 8 & 0xff);
        }
    }

    /** Read as a file of holes: only headers, directory and the last file are written. */
    @Test
    void holdsMoreThanFourGigabytes() throws Exception {
        entries.clear();
        byte[] small = "the last one".getBytes(StandardCharsets.US_ASCII);
        int half = 1 << 30;
        CRC32 zeros = new CRC32();
        byte[] block = new byte[1 << 20];
        for (int i = 0; i < half / block.length; i++) {
            zeros.update(block);
        }
        Blob big = new Blob(Sha256.of(new byte[] {9}), half, zeros.getValue());
        for (int i = 1; i <= 5; i++) {
            entries.add(new Entry(i, "big_" + i + ".pdf", Kind.APPLICANT, 5L, "A", big));
        }
        add("last.pdf", Kind.APPLICANT, small);
        PacketZip zip = new PacketZip(entries, MADE, this::read, Runnable::run, room);
        assertThat(zip.length()).isEqualTo(PacketZip.length(entries)).isGreaterThan(5L << 30);

        Path file = temp.resolve("big.zip");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(zip.length());
            long at = 0;
            for (Entry entry : entries) {
                int header = 30 + entry.name().length();
                copy(zip, sparse, at, at + header);
                at += header + entry.blob().size();
            }
            copy(zip, sparse, at - small.length, zip.length());
        }
        try (ZipFile read = new ZipFile(file.toFile())) {
            assertThat(read.stream().map(ZipEntry::getName)).hasSize(6);
            assertThat(read.getInputStream(read.getEntry("last.pdf")).readAllBytes())
                    .isEqualTo(small);
        }
        assertThat(run(temp, "unzip", "-tq", file.toString(), "last.pdf")).isZero();
        assertThat(
                        run(
                                temp,
                                "python3",
                                "-c",
                                "import zipfile; z = zipfile.ZipFile('big.zip');"
                                        + " assert z.read('last.pdf') == b'the last one';"
                                        + " assert len(z.namelist()) == 6"))
                .isZero();
    }

    private static void copy(PacketZip zip, RandomAccessFile to, long from, long until)
            throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        zip.write(part, from, until);
        to.seek(from);
        to.write(part.toByteArray());
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
                        (sha, into, at, length) -> {
                            read.add(sha);
                            read(sha, into, at, length);
                        },
                        Runnable::run,
                        room);
        zip.write(new ByteArrayOutputStream(), zip.length() - 30, zip.length());
        assertThat(read).isEmpty();
    }

    @Test
    void saysWhatIsReadSoonBeforeAnyOfItIsReadAndOnlyOnce() throws IOException {
        for (int i = 0; i < 300; i++) {
            add("more_%03d.pdf".formatted(i), Kind.APPLICANT, Laying.sums(entries));
        }
        long all = zip().length();
        Random random = new Random(13);
        for (int i = 0; i < 50; i++) {
            long from = i == 0 ? 0 : random.nextInt((int) all);
            long until = i == 0 ? all : from + random.nextInt((int) (all - from) + 1);
            Told told = new Told();
            PacketZip zip = new PacketZip(entries, MADE, told, Runnable::run, room);
            zip.write(new ByteArrayOutputStream(), from, until);
            assertThat(told.read).as("%d to %d", from, until).isEqualTo(told.soon);
        }
    }

    private final class Told implements PacketZip.Kept {
        private final List<Sha256> soon = new ArrayList<>();
        private final List<Sha256> read = new ArrayList<>();

        @Override
        public void soon(List<Sha256> names) {
            assertThat(read).as("what was said before is all begun").hasSameSizeAs(soon);
            soon.addAll(names);
        }

        @Override
        public void read(Sha256 name, byte[] into, int at, int length) {
            assertThat(soon.subList(read.size(), soon.size())).startsWith(name);
            read.add(name);
            PacketZipTest.this.read(name, into, at, length);
        }
    }

    @Test
    void stopsAtADamagedFile() {
        Sha256 damaged = entries.get(3).blob().sha256();
        PacketZip zip =
                new PacketZip(
                        entries,
                        MADE,
                        (sha, into, at, length) -> {
                            if (sha.equals(damaged)) {
                                throw new BlobDamaged(sha, "was altered");
                            }
                            read(sha, into, at, length);
                        },
                        Runnable::run,
                        room);
        assertThatThrownBy(() -> zip.write(new ByteArrayOutputStream(), 0, zip.length()))
                .isInstanceOf(BlobDamaged.class);
    }

    @Test
    void isTheSameWhoeverReads() throws Exception {
        for (int i = 0; i < 60; i++) {
            add("more_%02d.pdf".formatted(i), Kind.APPLICANT, filled(40_000, i));
        }
        byte[] whole = whole();
        ExecutorService others = Executors.newFixedThreadPool(3);
        Executor nobody = never -> {};
        for (Executor threads : List.of(others, nobody)) {
            PacketZip zip = new PacketZip(entries, MADE, this::read, threads, room);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            zip.write(out, 0, zip.length());
            assertThat(out.toByteArray()).isEqualTo(whole);
        }
        others.shutdown();
    }

    @Test
    void readsNoMoreForAClientWhoHasGone() {
        for (int i = 0; i < 9; i++) {
            add("large_%d.pdf".formatted(i), Kind.APPLICANT, filled(200_000, i));
        }
        List<Runnable> begun = new ArrayList<>();
        List<Sha256> read = new ArrayList<>();
        PacketZip.Kept reading =
                (sha, into, at, length) -> {
                    read.add(sha);
                    read(sha, into, at, length);
                };
        PacketZip zip = new PacketZip(entries, MADE, reading, begun::add, room);
        OutputStream gone =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("gone");
                    }
                };
        assertThatThrownBy(() -> zip.write(gone, 0, zip.length())).hasMessage("gone");
        assertThat(begun).hasSizeGreaterThan(2);
        List<Sha256> before = List.copyOf(read);
        begun.forEach(Runnable::run);
        assertThat(read).isEqualTo(before);
        assertThat(room.availablePermits()).isEqualTo(9);
    }

    @Test
    void readsOneAtATimeWhileOthersHoldTheRoom() throws IOException {
        for (int i = 0; i < 9; i++) {
            add("large_%d.pdf".formatted(i), Kind.APPLICANT, filled(200_000, i));
        }
        byte[] whole = whole();
        room.drainPermits();
        List<Runnable> begun = new ArrayList<>();
        List<Integer> perWrite = new ArrayList<>();
        PacketZip zip = new PacketZip(entries, MADE, this::read, begun::add, room);
        ByteArrayOutputStream out =
                new ByteArrayOutputStream() {
                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        perWrite.add(begun.size());
                        begun.clear();
                        super.write(bytes, from, length);
                    }
                };
        zip.write(out, 0, zip.length());
        assertThat(perWrite).hasSizeGreaterThan(8).containsOnly(1);
        assertThat(out.toByteArray()).isEqualTo(whole);
        assertThat(room.availablePermits()).isZero();
    }

    @Test
    void aSmallRangeTakesLittleMemoryAndNoRoom() throws IOException {
        List<Integer> taken = new ArrayList<>();
        PacketZip.Kept reading =
                (sha, into, at, length) -> {
                    taken.add(into.length);
                    read(sha, into, at, length);
                    assertThat(room.availablePermits()).isEqualTo(9);
                };
        PacketZip zip = new PacketZip(entries, MADE, reading, Runnable::run, room);
        zip.write(new ByteArrayOutputStream(), 200, 300);
        assertThat(taken).isNotEmpty().allMatch(length -> length < 10_000);
    }

    @Test
    void holdsLittleThatIsNotBeingSent() throws IOException {
        for (int i = 0; i < 40; i++) {
            add("small_%02d.pdf".formatted(i), Kind.APPLICANT, filled(100_000, i));
            add("large_%02d.pdf".formatted(i), Kind.APPLICANT, filled(3_000_000, i));
        }
        long[] read = new long[1];
        PacketZip.Kept reading =
                (sha, into, at, length) -> {
                    read[0] += length;
                    read(sha, into, at, length);
                };
        PacketZip zip = new PacketZip(entries, MADE, reading, Runnable::run, room);
        long[] most = new long[1];
        OutputStream counted =
                new OutputStream() {
                    private long sent;

                    @Override
                    public void write(int b) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        most[0] = Math.max(most[0], read[0] - sent);
                        sent += length;
                    }
                };
        zip.write(counted, 0, zip.length());
        assertThat(most[0]).isBetween(2_900_000L, 3_000_000L + (1 << 20));
    }

    private static byte[] filled(int length, int with) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    private void read(Sha256 sha256, byte[] into, int at, int length) {
        byte[] bytes = kept.get(sha256);
        assertThat(bytes).hasSize(length);
        System.arraycopy(bytes, 0, into, at, length);
    }

    private PacketZip zip() {
        return new PacketZip(entries, MADE, this::read, Runnable::run, room);
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

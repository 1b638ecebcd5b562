package org.preceptorportal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobFilesTest {
    private static final byte[] BYTES = "a letter".getBytes(StandardCharsets.UTF_8);
    private static final Sha256 NAME = Sha256.of(BYTES);

    @TempDir Path folder;

    private final ExecutorService threads = BlobFiles.syncing();

    @AfterEach
    void end() {
        threads.shutdown();
    }

    private static byte[] read(BlobFiles files, Sha256 name) {
        return files.find(name).orElseThrow(() -> files.missing(name));
    }

    private void put(BlobFiles files, boolean anew) {
        BlobFiles.Part part = files.begin(NAME, BYTES, anew, threads);
        BlobFiles.await(List.of(files.place(List.of(part), threads)));
    }

    /** Changes when the file is written again. */
    private static Object written(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private Path place() {
        return folder.resolve(NAME.hex().substring(0, 2)).resolve(NAME.hex());
    }

    @Test
    void writesEqualBytesOnce() throws IOException {
        BlobFiles files = new BlobFiles(folder, () -> false);
        put(files, false);
        Object first = written(place());
        put(files, false);
        assertThat(written(place())).isEqualTo(first);
        assertThat(read(files, NAME)).isEqualTo(BYTES);
        try (Stream<Path> all = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(all).hasSize(1);
        }
    }

    @Test
    void writesAgainWhatAPowerCutLeftWithoutItsBytes() throws IOException {
        BlobFiles files = new BlobFiles(folder, () -> false);
        Files.createDirectories(place().getParent());
        for (byte[] left : new byte[][] {{}, new byte[BYTES.length]}) {
            Files.write(place(), left);
            put(files, false);
            assertThat(read(files, NAME)).isEqualTo(BYTES);
        }
    }

    @Test
    void aStoreWithBundlesOnlyIsThere() {
        BlobFiles files = new BlobFiles(folder, () -> true);
        assertThatThrownBy(files::needBeThere).isInstanceOf(StoreUnreachable.class);
        BlobFiles.await(List.of(files.end(new BlobFiles(folder, () -> false).bundle(threads))));
        files.needBeThere();
        assertThat(files.missing(NAME)).isInstanceOf(BlobDamaged.class);
    }

    /** The disk refused it, and says so once: afterwards the file looks whole, from memory. */
    @Test
    void writesAnewWhatNoCommittedRowHas() throws IOException {
        BlobFiles files = new BlobFiles(folder, () -> false);
        put(files, true);
        Object refused = written(place());
        put(files, true);
        assertThat(written(place())).isNotEqualTo(refused);
    }

    @Test
    void tellsAStoreThatIsGoneFromAFileThatIs() throws IOException {
        BlobFiles files = new BlobFiles(folder.resolve("blobs"), () -> false);
        put(files, false);
        assertThatThrownBy(() -> read(files, Sha256.of(new byte[1])))
                .isInstanceOf(BlobDamaged.class);
        Files.move(folder.resolve("blobs"), folder.resolve("elsewhere"));
        assertThatThrownBy(() -> read(files, NAME)).isInstanceOf(StoreUnreachable.class);
        // A disk that is not mounted leaves an empty folder.
        Files.createDirectory(folder.resolve("blobs"));
        assertThatThrownBy(() -> read(files, NAME)).isInstanceOf(StoreUnreachable.class);
        Files.createDirectory(folder.resolve("blobs").resolve("lost+found"));
        assertThatThrownBy(() -> read(files, NAME)).isInstanceOf(StoreUnreachable.class);
        Files.delete(folder.resolve("blobs").resolve("lost+found"));
        Files.delete(folder.resolve("blobs"));
        // Something else at its place is no store either: no letter is damaged by that.
        Files.createFile(folder.resolve("blobs"));
        assertThatThrownBy(() -> read(files, NAME)).isInstanceOf(StoreUnreachable.class);
    }

    @Test
    void writesNothingWhereTheDiskIsNotMounted() throws IOException {
        Path root = folder.resolve("blobs");
        BlobFiles files = new BlobFiles(root, () -> true);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> files.begin(NAME, BYTES, true, threads))
                    .isInstanceOf(StoreUnreachable.class);
            assertThatThrownBy(files::needBeThere).isInstanceOf(StoreUnreachable.class);
            try (Stream<Path> all = Files.walk(folder)) {
                assertThat(all).hasSize(1 + i);
            }
            Files.createDirectories(root);
        }
        // Mounted again, it need not have this file's folder.
        Files.createDirectory(root.resolve("00"));
        files.needBeThere();
        put(files, true);
        assertThat(read(files, NAME)).isEqualTo(BYTES);
    }

    /** The disk fills up while the caller does other things: told before anything is committed. */
    @Test
    void whatTheDiskDidNotTakeIsToldToWhoWaits() throws IOException {
        BlobFiles files = new BlobFiles(folder, () -> false);
        // What lies at its place cannot be replaced: as good as a disk without room.
        Files.createDirectories(place().resolve("full"));
        assertThatThrownBy(() -> put(files, true)).isInstanceOf(UncheckedIOException.class);
        try (Stream<Path> all = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(all).isEmpty();
        }
    }

    /** Made while more was drawn, and then not kept after all. */
    @Test
    void whatWasBegunAndHasNoPlaceIsTakenAway() throws IOException {
        BlobFiles files = new BlobFiles(folder, () -> false);
        BlobFiles.Part wanted = files.begin(NAME, BYTES, true, threads);
        byte[] other = "another letter".getBytes(StandardCharsets.UTF_8);
        BlobFiles.Part unwanted = files.begin(Sha256.of(other), other, true, threads);
        BlobFiles.await(List.of(files.place(List.of(wanted), threads)));
        assertThat(unwanted.written().join()).isTrue();
        assertThatThrownBy(() -> read(files, Sha256.of(other))).isInstanceOf(BlobDamaged.class);
        BlobFiles.drop(List.of(unwanted));
        try (Stream<Path> all = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(all).containsExactly(place());
        }
    }
}

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
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobFilesTest {
    private static final byte[] BYTES = "a letter".getBytes(StandardCharsets.UTF_8);
    private static final Sha256 NAME = Sha256.of(BYTES);

    @TempDir Path folder;

    @Test
    void writesEqualBytesOnce() throws IOException {
        BlobFiles files = new BlobFiles(folder.resolve("blobs"), () -> false);
        assertThat(files.put(NAME, BYTES, false)).isTrue();
        assertThat(files.put(NAME, BYTES, false)).isFalse();
        assertThat(files.read(NAME)).isEqualTo(BYTES);
        try (Stream<Path> all = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(all).hasSize(1);
        }
    }

    @Test
    void writesAgainWhatAPowerCutLeftWithoutItsBytes() throws IOException {
        BlobFiles files = new BlobFiles(folder, () -> false);
        Path place = folder.resolve(NAME.hex().substring(0, 2)).resolve(NAME.hex());
        Files.createDirectories(place.getParent());
        for (byte[] left : new byte[][] {{}, new byte[BYTES.length]}) {
            Files.write(place, left);
            assertThat(files.put(NAME, BYTES, false)).isTrue();
            assertThat(files.read(NAME)).isEqualTo(BYTES);
        }
    }

    /** The disk refused it, and says so once: afterwards the file looks whole, from memory. */
    @Test
    void writesAnewWhatNoCommittedRowHas() throws IOException {
        BlobFiles files = new BlobFiles(folder, () -> false);
        Path place = folder.resolve(NAME.hex().substring(0, 2)).resolve(NAME.hex());
        files.put(NAME, BYTES, true);
        Object refused = Files.readAttributes(place, BasicFileAttributes.class).fileKey();
        assertThat(files.put(NAME, BYTES, true)).isTrue();
        assertThat(Files.readAttributes(place, BasicFileAttributes.class).fileKey())
                .isNotEqualTo(refused);
    }

    @Test
    void tellsAStoreThatIsGoneFromAFileThatIs() throws IOException {
        BlobFiles files = new BlobFiles(folder.resolve("blobs"), () -> false);
        files.put(NAME, BYTES, false);
        assertThatThrownBy(() -> files.read(Sha256.of(new byte[1])))
                .isInstanceOf(BlobDamaged.class);
        Files.move(folder.resolve("blobs"), folder.resolve("elsewhere"));
        assertThatThrownBy(() -> files.read(NAME)).isInstanceOf(StoreUnreachable.class);
        // A disk that is not mounted leaves an empty folder.
        Files.createDirectory(folder.resolve("blobs"));
        assertThatThrownBy(() -> files.read(NAME)).isInstanceOf(StoreUnreachable.class);
        Files.createDirectory(folder.resolve("blobs").resolve("lost+found"));
        assertThatThrownBy(() -> files.read(NAME)).isInstanceOf(StoreUnreachable.class);
        Files.delete(folder.resolve("blobs").resolve("lost+found"));
        Files.delete(folder.resolve("blobs"));
        // Something else at its place is no store either: no letter is damaged by that.
        Files.createFile(folder.resolve("blobs"));
        assertThatThrownBy(() -> files.read(NAME)).isInstanceOf(StoreUnreachable.class);
    }

    @Test
    void writesNothingWhereTheDiskIsNotMounted() throws IOException {
        Path root = folder.resolve("blobs");
        BlobFiles files = new BlobFiles(root, () -> true);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> files.put(NAME, BYTES, true))
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
        assertThat(files.put(NAME, BYTES, true)).isTrue();
        assertThat(files.read(NAME)).isEqualTo(BYTES);
    }

    @Test
    void saysThatAFileIsNotDurable() {
        BlobFiles files = new BlobFiles(folder, () -> false);
        ExecutorService threads = BlobFiles.syncing();
        files.put(NAME, BYTES, false);
        files.force(Set.of(NAME), threads);
        assertThatThrownBy(() -> files.force(Set.of(Sha256.of(new byte[1])), threads))
                .isInstanceOf(UncheckedIOException.class);
        threads.shutdown();
    }

    /** The disk fills up while the caller does other things: told before anything is committed. */
    @Test
    void whatTheDiskBeganAndDidNotTakeIsToldToWhoWaits() {
        BlobFiles files = new BlobFiles(folder, () -> false);
        ExecutorService threads = BlobFiles.syncing();
        files.put(NAME, BYTES, false);
        BlobFiles.await(files.begin(Set.of(NAME), threads));
        List<Future<?>> begun = files.begin(Set.of(NAME, Sha256.of(new byte[1])), threads);
        assertThatThrownBy(() -> BlobFiles.await(begun)).isInstanceOf(UncheckedIOException.class);
        threads.shutdown();
    }
}

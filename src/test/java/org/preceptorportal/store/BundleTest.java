package org.preceptorportal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ST-8. */
class BundleTest {
    @TempDir Path folder;

    private final ExecutorService threads = BlobFiles.syncing();

    @AfterEach
    void end() {
        threads.shutdown();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path[] files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toArray(Path[]::new);
        }
    }

    @Test
    void holdsWhatIsAddedOneBehindTheOther() {
        Bundle bundle = new Bundle(folder, threads);
        assertThat(bundle.add(bytes("one"))).isZero();
        assertThat(bundle.add(bytes("second"))).isEqualTo(3);
        assertThat(bundle.add(bytes("third"))).isEqualTo(9);
        BlobFiles.await(List.of(bundle.end(() -> {})));
        assertThat(folder.resolve(bundle.name().toString())).hasContent("onesecondthird");
    }

    @Test
    void whatIsDroppedLeavesNothing() throws Exception {
        Bundle bundle = new Bundle(folder, threads);
        bundle.add(bytes("one"));
        bundle.drop();
        settle();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatCannotBeMadeDurableLeavesNothing() throws Exception {
        Bundle bundle = new Bundle(folder, threads);
        bundle.add(bytes("one"));
        Runnable full =
                () -> {
                    throw new UncheckedIOException(new IOException("no space left"));
                };
        assertThatThrownBy(() -> BlobFiles.await(List.of(bundle.end(full))))
                .isInstanceOf(UncheckedIOException.class);
        settle();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsToldAtItsEnd() {
        Bundle bundle = new Bundle(folder.resolve("not there"), threads);
        bundle.add(bytes("one"));
        assertThatThrownBy(() -> BlobFiles.await(List.of(bundle.end(() -> {}))))
                .isInstanceOf(UncheckedIOException.class);
        bundle.drop();
    }

    private void settle() throws InterruptedException {
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
}

package org.preceptorportal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/**
 * A file with many blobs one behind the other, of one transaction: written while more are made,
 * made durable once, and never added to again (ST-8). For one thread.
 */
final class Bundle {
    private static final Logger LOG = System.getLogger(Bundle.class.getName());

    /** In the store's folder. */
    static final String FOLDER = "bundles";

    private final UUID name = UUID.randomUUID();
    private final Path file;
    private final Executor threads;
    private CompletableFuture<FileChannel> written;
    private long length;

    /**
     * @param folder that is there
     * @param threads to wait for the disk with
     */
    Bundle(Path folder, Executor threads) {
        this.file = folder.resolve(name.toString());
        this.threads = threads;
        this.written = CompletableFuture.supplyAsync(this::create, threads);
    }

    UUID name() {
        return name;
    }

    /** Lets others write these bytes behind the last ones; where they begin. */
    long add(byte[] bytes) {
        long place = length;
        length += bytes.length;
        written = written.thenApplyAsync(open -> append(open, bytes), threads);
        return place;
    }

    /** Lets others make it durable, and its folder after it; it is dropped if they cannot. */
    Future<?> end(Runnable folder) {
        return written.thenAcceptAsync(Bundle::forceAndClose, threads)
                .thenRun(folder)
                .whenComplete(
                        (done, failure) -> {
                            if (failure != null) {
                                drop();
                            }
                        });
    }

    /** Takes it away when all is written: no row names it. */
    void drop() {
        written =
                written.handleAsync(
                        (open, failure) -> {
                            try {
                                if (open != null) {
                                    open.close();
                                }
                                Files.deleteIfExists(file);
                            } catch (IOException e) {
                                LOG.log(Level.WARNING, "It stays until housekeeping: " + file, e);
                            }
                            return null;
                        },
                        threads);
    }

    private FileChannel create() {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel append(FileChannel open, byte[] bytes) {
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                open.write(rest);
            }
            return open;
        } catch (IOException e) {
            closeAfter(open, e);
            throw new UncheckedIOException(e);
        }
    }

    private static void forceAndClose(FileChannel open) {
        try (open) {
            open.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeAfter(FileChannel open, IOException failure) {
        try {
            open.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}

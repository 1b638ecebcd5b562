package org.preceptorportal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;

/**
 * Keeps bundles small (ST-8): what no row names is blanked at once, and a bundle of which less than
 * half is left is taken apart.
 */
final class BundleKeeping {
    private static final int AT_ONCE = 1 << 16;

    private final Connection connection;
    private final Path folder;
    private final BlobFiles files;

    /** What was thrown away. */
    record Freed(int files, long bytes) {}

    /** Bytes in a bundle. */
    record Range(UUID bundle, long place, long size) {}

    private record Living(Sha256 name, long place, int size) {}

    BundleKeeping(Connection connection, Path root) {
        this.connection = connection;
        this.folder = root.resolve(Bundle.FOLDER);
        this.files = new BlobFiles(root, () -> false);
    }

    /** Overwrites bytes whose rows are gone; how many. A bundle that is gone has none. */
    long blank(List<Range> ranges) throws IOException {
        long bytes = 0;
        for (Range range : ranges) {
            try (FileChannel file =
                    FileChannel.open(
                            folder.resolve(range.bundle().toString()), StandardOpenOption.WRITE)) {
                long end = Math.min(range.place() + range.size(), file.size());
                for (long at = range.place(); at < end; at += AT_ONCE) {
                    ByteBuffer nothing = ByteBuffer.allocate((int) Math.min(AT_ONCE, end - at));
                    while (nothing.hasRemaining()) {
                        file.write(nothing, at + nothing.position());
                    }
                }
                bytes += range.size();
            } catch (NoSuchFileException e) {
                // Taken apart before.
            }
        }
        return bytes;
    }

    /**
     * Takes away bundles that no row names, and takes apart those of which less than half is left:
     * what lives in them becomes files of its own. Readers look for those first, so it does not
     * matter whether the rows that say so commit.
     *
     * @param digit the first of their names
     * @param before what is younger stays: a transaction that runs may be about to name it
     */
    Freed sweep(char digit, Instant before) throws SQLException, IOException {
        int count = 0;
        long bytes = 0;
        for (Path bundle : old(digit, before)) {
            List<Living> living = living(bundle);
            long length = Files.size(bundle);
            long left = living.stream().mapToLong(Living::size).sum();
            if (2 * left < length && takeApart(bundle, living)) {
                StoreKeeping.delete(bundle);
                count++;
                bytes += length - left;
            }
        }
        return new Freed(count, bytes);
    }

    private List<Path> old(char digit, Instant before) throws IOException {
        List<Path> old = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return old;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, digit + "*")) {
            for (Path file : all) {
                if (file.getFileName().toString().matches("[0-9a-f-]{36}")
                        && StoreKeeping.changed(file).isBefore(before)) {
                    old.add(file);
                }
            }
        }
        return old;
    }

    private List<Living> living(Path bundle) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select sha256, place, size from blob where bundle = ?::uuid")) {
            select.setString(1, bundle.getFileName().toString());
            List<Living> living = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    living.add(
                            new Living(
                                    new Sha256(row.getString(1)), row.getLong(2), row.getInt(3)));
                }
            }
            return living;
        }
    }

    /** Whether all that lives in it could be read. */
    private boolean takeApart(Path bundle, List<Living> living) throws SQLException {
        UUID name = UUID.fromString(bundle.getFileName().toString());
        List<BlobFiles.Part> parts = new ArrayList<>();
        ExecutorService threads = BlobFiles.syncing();
        try {
            for (Living each : living) {
                byte[] bytes = new byte[each.size()];
                if (!isRead(each, name, bytes)) {
                    return false;
                }
                parts.add(files.begin(each.name(), bytes, true, threads));
            }
            BlobFiles.await(List.of(files.place(parts, threads)));
            parts.clear();
        } finally {
            BlobFiles.drop(parts);
            threads.shutdown();
        }
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update blob set bundle = null, place = null where bundle = ?")) {
            update.setObject(1, name);
            update.executeUpdate();
        }
        return true;
    }

    private boolean isRead(Living each, UUID bundle, byte[] bytes) {
        try {
            return files.read(each.name(), bundle, each.place(), bytes, 0, bytes.length)
                    && Sha256.of(bytes).equals(each.name());
        } catch (BlobDamaged e) {
            return false;
        }
    }
}

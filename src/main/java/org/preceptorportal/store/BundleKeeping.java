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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * Overwrites bytes whose rows are gone. Their room is free when their bundle is taken apart.
     */
    void blank(List<Range> ranges) throws IOException {
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
            } catch (NoSuchFileException e) {
                // Taken apart before.
            }
        }
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
        Map<UUID, Long> left = left(digit);
        for (Path bundle : old(digit, before)) {
            UUID name = UUID.fromString(bundle.getFileName().toString());
            long length = Files.size(bundle);
            long living = left.getOrDefault(name, 0L);
            if (2 * living < length && takeApart(name)) {
                StoreKeeping.delete(bundle);
                count++;
                bytes += length - living;
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

    /** How many bytes live in each. */
    private Map<UUID, Long> left(char digit) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select bundle, sum(size) from blob where bundle between ? and ? group by"
                                + " bundle")) {
            String rest = "0000000-0000-0000-0000-000000000000";
            select.setObject(1, UUID.fromString(digit + rest));
            select.setObject(2, UUID.fromString(digit + rest.replace('0', 'f')));
            Map<UUID, Long> left = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    left.put(row.getObject(1, UUID.class), row.getLong(2));
                }
            }
            return left;
        }
    }

    private List<Living> living(UUID bundle) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select sha256, place, size from blob where bundle = ?")) {
            select.setObject(1, bundle);
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
    private boolean takeApart(UUID bundle) throws SQLException {
        List<BlobFiles.Part> parts = new ArrayList<>();
        ExecutorService threads = BlobFiles.syncing();
        try {
            for (Living each : living(bundle)) {
                byte[] bytes = new byte[each.size()];
                if (!isRead(each, bundle, bytes)) {
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
            update.setObject(1, bundle);
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

package org.preceptorportal.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Throws away what nobody needs: rows that no table refers to, files without a row, files that were
 * begun and never finished, bundles of which little is left. Each under its row's lock (ST-5).
 */
@ApplicationScoped
public class StoreKeeping {
    /** The store in sixteen parts: the first digit of the names. */
    public static final String DIGITS = "0123456789abcdef";

    private static final String UNFINISHED = "part-";
    private static final String REFERRED_TO = "23503";
    private static final String LOCKED = "55P03";

    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data;

    /**
     * What was thrown away.
     *
     * @param bytes of all those files
     */
    public record Swept(int rows, int files, int unfinished, long bytes) {
        public int items() {
            return rows + files + unfinished;
        }
    }

    /**
     * Sweeps one part of the store in the running transaction. If that one rolls back, a row may
     * stay without its file: it is one that nothing refers to, and who puts the bytes anew writes
     * the file anew.
     *
     * @param digit of {@link #DIGITS}
     * @param before what is younger stays: a transaction that runs may be about to use it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Swept sweep(char digit, Instant before) {
        try (Connection c = database.getConnection()) {
            return sweep(c, Path.of(data, "blobs"), digit, before);
        } catch (SQLException e) {
            throw new IllegalStateException("the store's rows cannot be swept", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the store's files cannot be swept", e);
        }
    }

    static Swept sweep(Connection c, Path root, char digit, Instant before)
            throws SQLException, IOException {
        // Never waits: neither for a writer, nor so long that the database finds a deadlock.
        lockTimeout(c, "200ms");
        List<Gone> gone = unreferenced(c, root, digit, before);
        long bytes = 0;
        for (Gone each : gone) {
            bytes += each.inRow() + delete(each.file());
        }
        BundleKeeping bundles = new BundleKeeping(c, root);
        bundles.blank(gone.stream().map(Gone::inBundle).filter(Objects::nonNull).toList());
        BundleKeeping.Freed freed = bundles.sweep(digit, before);
        bytes += freed.bytes();
        int files = freed.files();
        int unfinished = 0;
        for (char second : DIGITS.toCharArray()) {
            String prefix = "" + digit + second;
            Path folder = root.resolve(prefix);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            Set<String> known = names(c, prefix);
            for (Path file : old(folder, known, before)) {
                String name = file.getFileName().toString();
                if (name.startsWith(UNFINISHED)) {
                    bytes += delete(file);
                    unfinished++;
                } else if (claim(c, name)) {
                    bytes += delete(file);
                    files++;
                    release(c, name);
                }
            }
        }
        lockTimeout(c, "0");
        return new Swept(gone.size(), files, unfinished, bytes);
    }

    /**
     * @param inRow how many bytes were kept in it (ST-7)
     * @param inBundle where in a bundle they are (ST-8); or null
     */
    private record Gone(Path file, long inRow, BundleKeeping.Range inBundle) {}

    private static List<Gone> unreferenced(Connection c, Path root, char digit, Instant before)
            throws SQLException {
        String sql =
                "delete from blob where sha256 in (select b.sha256 from blob b where b.sha256 >= ?"
                        + " and b.sha256 < ? and b.stored_at < ? and "
                        + References.none(c, "blob", "sha256", "b", Set.of())
                        + " for update of b skip locked) returning sha256,"
                        + " coalesce(length(bytes), 0), bundle, place, size";
        execute(c, "savepoint rows");
        try (PreparedStatement delete = c.prepareStatement(sql)) {
            delete.setString(1, String.valueOf(digit));
            // The character behind f.
            delete.setString(2, digit == 'f' ? "g" : after(digit));
            delete.setObject(3, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
            List<Gone> gone = new ArrayList<>();
            try (ResultSet row = delete.executeQuery()) {
                while (row.next()) {
                    UUID bundle = row.getObject(3, UUID.class);
                    gone.add(
                            new Gone(
                                    place(root, row.getString(1)),
                                    row.getLong(2),
                                    bundle == null
                                            ? null
                                            : new BundleKeeping.Range(
                                                    bundle, row.getLong(4), row.getLong(5))));
                }
            }
            return gone;
        } catch (SQLException e) {
            // Somebody referred to one of them after we looked, or is about to change who does: it
            // will be found needed next time.
            if (!REFERRED_TO.equals(e.getSQLState()) && !LOCKED.equals(e.getSQLState())) {
                throw e;
            }
            execute(c, "rollback to savepoint rows");
            return List.of();
        }
    }

    private static String after(char digit) {
        return String.valueOf(DIGITS.charAt(DIGITS.indexOf(digit) + 1));
    }

    private static Set<String> names(Connection c, String prefix) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement("select sha256 from blob where sha256 >= ? and sha256 < ?")) {
            select.setString(1, prefix);
            select.setString(2, prefix + "g");
            select.setFetchSize(5000);
            Set<String> names = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            return names;
        }
    }

    /** The store's own files in a folder that are old enough and that no row is known for. */
    private static List<Path> old(Path folder, Set<String> known, Instant before)
            throws IOException {
        List<Path> old = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                String name = file.getFileName().toString();
                boolean ours = name.startsWith(UNFINISHED) || name.matches("[0-9a-f]{64}");
                if (ours && !known.contains(name) && changed(file).isBefore(before)) {
                    old.add(file);
                }
            }
        }
        return old;
    }

    static Instant changed(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException e) {
            // Finished and renamed meanwhile.
            return Instant.MAX;
        }
    }

    /**
     * Takes the row's place, so that who puts these bytes now waits for us; false: they came first.
     */
    private static boolean claim(Connection c, String name) throws SQLException {
        execute(c, "savepoint claim");
        try (PreparedStatement insert =
                c.prepareStatement(
                        "insert into blob (sha256, size, crc32, stored_at) values (?, 0, 0, now())"
                                + " on conflict do nothing")) {
            insert.setString(1, name);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            if (!LOCKED.equals(e.getSQLState())) {
                throw e;
            }
            execute(c, "rollback to savepoint claim");
            return false;
        }
    }

    private static void release(Connection c, String name) throws SQLException {
        try (PreparedStatement delete = c.prepareStatement("delete from blob where sha256 = ?")) {
            delete.setString(1, name);
            delete.executeUpdate();
        }
    }

    static long delete(Path file) throws IOException {
        try {
            long size = Files.size(file);
            Files.delete(file);
            return size;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private static Path place(Path root, String name) {
        return root.resolve(name.substring(0, 2)).resolve(name);
    }

    private static void lockTimeout(Connection c, String time) throws SQLException {
        execute(c, "select set_config('lock_timeout', '" + time + "', true)");
    }

    private static void execute(Connection c, String sql) throws SQLException {
        try (Statement statement = c.createStatement()) {
            statement.execute(sql);
        }
    }
}

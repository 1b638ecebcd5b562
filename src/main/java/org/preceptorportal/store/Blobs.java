package org.preceptorportal.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The kept bytes: files under {@code <data>/blobs}, one row each (rules ST-1 to ST-4). */
@ApplicationScoped
public class Blobs {
    @Resource(lookup = "java:global/jdbc/portal")
    DataSource database;

    @Inject Clock clock;

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data;

    /**
     * Keeps bytes; those already kept are left alone. The row is written in the running
     * transaction, the file before it: a crash between leaves an unused file, never a row without
     * its file (ST-3).
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Blob put(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        Blob blob = new Blob(Sha256.of(bytes), bytes.length, crc.getValue());
        Path place = place(blob.sha256());
        if (!isWhole(place, blob)) {
            write(place, bytes);
        }
        try (Connection c = database.getConnection();
                PreparedStatement insert =
                        c.prepareStatement(
                                "insert into blob (sha256, size, crc32, stored_at) values (?,?,?,?)"
                                        + " on conflict do nothing")) {
            insert.setString(1, blob.sha256().hex());
            insert.setLong(2, blob.size());
            insert.setLong(3, blob.crc32());
            insert.setObject(4, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the stored file cannot be listed", e);
        }
        return blob;
    }

    /**
     * What is known of the blob with this name.
     *
     * @throws BlobDamaged when it was never kept
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Blob describe(Sha256 sha256) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement("select size, crc32 from blob where sha256 = ?")) {
            select.setString(1, sha256.hex());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new BlobDamaged(sha256, "was never kept");
                }
                return new Blob(sha256, row.getLong(1), row.getLong(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the stored file cannot be looked up", e);
        }
    }

    /**
     * The bytes, checked against their name.
     *
     * @throws BlobDamaged when the file is gone or altered
     */
    public byte[] read(Sha256 sha256) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(place(sha256));
        } catch (IOException e) {
            throw new BlobDamaged(sha256, "is not there");
        }
        if (!Sha256.of(bytes).equals(sha256)) {
            throw new BlobDamaged(sha256, "was altered");
        }
        return bytes;
    }

    private Path place(Sha256 sha256) {
        return Path.of(data, "blobs", sha256.hex().substring(0, 2), sha256.hex());
    }

    private static boolean isWhole(Path place, Blob blob) {
        try {
            return Files.exists(place)
                    && Files.size(place) == blob.size()
                    && Sha256.of(Files.readAllBytes(place)).equals(blob.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException("the store cannot be read", e);
        }
    }

    private static void write(Path place, byte[] bytes) {
        try {
            Files.createDirectories(place.getParent());
            Path part = Files.createTempFile(place.getParent(), "part-", "");
            Files.write(part, bytes);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(
                    part,
                    place,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the store cannot be written", e);
        }
    }
}

package org.preceptorportal.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * The folder with the authorities' key store, made on first use. A folder that holds a key store is
 * only read, so it may be mounted read-only.
 */
class KeyFolder {
    private final Path folder;
    private final char[] configuredPassword;
    private final Clock clock;

    /**
     * @param configuredPassword null: a random one is kept beside the key store
     */
    KeyFolder(Path folder, char[] configuredPassword, Clock clock) {
        this.folder = folder;
        this.configuredPassword = configuredPassword;
        this.clock = clock;
    }

    Authority open() {
        try {
            if (Files.notExists(keyStore())) {
                make();
            }
            var password = password();
            var store = KeyStore.getInstance("PKCS12");
            try (var in = Files.newInputStream(keyStore())) {
                store.load(in, password);
            }
            return Authority.in(store, password);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new SealNotPossible("The key store " + keyStore() + " is unusable", e);
        }
    }

    boolean readable() {
        return Files.isReadable(keyStore());
    }

    private void make() throws IOException, GeneralSecurityException, OperatorCreationException {
        Files.createDirectories(folder);
        // Nodes that share the folder must not each make an authority of their own.
        try (var channel =
                        FileChannel.open(
                                folder.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (Files.exists(keyStore())) {
                return;
            }
            if (configuredPassword == null && Files.notExists(passwordFile())) {
                var random = new byte[32];
                new SecureRandom().nextBytes(random);
                var text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
                write(passwordFile(), text.getBytes(StandardCharsets.US_ASCII));
            }
            var password = password();
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            Authority.fill(store, password, clock.instant());
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            write(keyStore(), bytes.toByteArray());
        }
    }

    private char[] password() throws IOException {
        return configuredPassword != null
                ? configuredPassword
                : Files.readString(passwordFile()).strip().toCharArray();
    }

    private Path keyStore() {
        return folder.resolve("authority.p12");
    }

    private Path passwordFile() {
        return folder.resolve("authority.password");
    }

    /** Whole or not at all, and for the owner's eyes only: temporary files are made 0600. */
    private void write(Path file, byte[] bytes) throws IOException {
        var temporary = Files.createTempFile(folder, "new", null);
        try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

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
import java.util.List;
import org.bouncycastle.operator.OperatorCreationException;
import org.preceptorportal.seal.SealNotPossible.Reason;

/**
 * The folder with the authorities' key store, made on first use. A folder that holds a key store is
 * only read, but for a roll-over, so it may be mounted read-only.
 */
class KeyFolder implements Keys {
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

    @Override
    public Authority open() {
        try {
            if (!founded()) {
                found();
            }
            return ring(load()).read();
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw unusable(e);
        }
    }

    @Override
    public boolean readable() {
        return Files.isReadable(keyStore());
    }

    /** Whether there is a key store. */
    boolean founded() {
        return Files.exists(keyStore());
    }

    @Override
    public Object state() {
        try {
            return List.of(Files.getLastModifiedTime(keyStore()), Files.size(keyStore()));
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void roll(boolean withRoot) {
        try (var alone = alone()) {
            if (!founded()) {
                throw new SealNotPossible(
                        Reason.NO_KEYS, "There is no key store " + keyStore() + " yet");
            }
            var store = load();
            var ring = ring(store);
            ring.roll(clock.instant(), withRoot);
            ring.forgetFormerKeys();
            save(store);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw unusable(e);
        }
    }

    private void found() throws IOException, GeneralSecurityException, OperatorCreationException {
        try (var alone = alone()) {
            if (founded()) {
                return;
            }
            if (configuredPassword == null && Files.notExists(passwordFile())) {
                var random = new byte[32];
                new SecureRandom().nextBytes(random);
                var text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
                write(passwordFile(), text.getBytes(StandardCharsets.US_ASCII));
            }
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, password());
            ring(store).found(clock.instant());
            save(store);
        }
    }

    /** Nodes that share the folder must not each make an authority of their own. */
    FileChannel alone() throws IOException {
        Files.createDirectories(folder);
        var channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            channel.lock();
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private KeyRing ring(KeyStore store) throws IOException {
        return new KeyRing(store, password(), Crypto.CURVES);
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(keyStore())) {
            store.load(in, password());
        }
        return store;
    }

    private void save(KeyStore store) throws IOException, GeneralSecurityException {
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, password());
        write(keyStore(), bytes.toByteArray());
    }

    private SealNotPossible unusable(Exception e) {
        return new SealNotPossible(
                Reason.NO_KEYS, "The key store " + keyStore() + " is unusable", e);
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

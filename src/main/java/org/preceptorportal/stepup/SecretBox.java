package org.preceptorportal.stepup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts secrets for the database (AES-256-GCM) with a key that is not in it: the file {@code
 * stepup/secret.key} of {@code portal.data}, made on first use. A copy of the database alone gives
 * no code away.
 */
@ApplicationScoped
class SecretBox {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data;

    private byte[] key;

    protected SecretBox() {}

    SecretBox(Path data) {
        this.data = data.toString();
    }

    /**
     * @param owner whose secret it is: it opens for nobody else
     */
    byte[] lock(byte[] plain, long owner) {
        byte[] nonce = new byte[NONCE];
        CHANCE.nextBytes(nonce);
        byte[] locked = cipher(Cipher.ENCRYPT_MODE, nonce, owner, plain);
        byte[] all = Arrays.copyOf(nonce, NONCE + locked.length);
        System.arraycopy(locked, 0, all, NONCE, locked.length);
        return all;
    }

    byte[] open(byte[] locked, long owner) {
        return cipher(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(locked, NONCE),
                owner,
                Arrays.copyOfRange(locked, NONCE, locked.length));
    }

    private byte[] cipher(int mode, byte[] nonce, long owner, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(Long.toString(owner).getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret does not open with this key", e);
        }
    }

    private synchronized byte[] key() {
        if (key == null) {
            Path folder = Path.of(data, "stepup");
            Path file = folder.resolve("secret.key");
            try {
                if (Files.notExists(file)) {
                    make(folder, file);
                }
                key = Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException("the key of the authenticators is unusable", e);
            }
        }
        return key;
    }

    private static void make(Path folder, Path file) throws IOException {
        Files.createDirectories(folder);
        // Nodes that share the folder must not each make a key of their own.
        try (var channel =
                        FileChannel.open(
                                folder.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (Files.exists(file)) {
                return;
            }
            byte[] random = new byte[KEY];
            CHANCE.nextBytes(random);
            // For the owner's eyes only: temporary files are made 0600.
            Path part = Files.createTempFile(folder, "new", null);
            try (var out = FileChannel.open(part, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(random));
                out.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}

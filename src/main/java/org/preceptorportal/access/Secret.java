package org.preceptorportal.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A random word that opens something. It is shown once; only its hash is kept.
 *
 * @param text what its holder presents
 */
record Secret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BASE62 =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** Of a one-time link: 256 bits. */
    static Secret token() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Of an API key: 40 characters, 238 bits; the prefix lets secret scanners find it. */
    static Secret apiKey() {
        StringBuilder key = new StringBuilder("pp_");
        for (int i = 0; i < 40; i++) {
            key.append(BASE62.charAt(RANDOM.nextInt(BASE62.length())));
        }
        return new Secret(key.toString());
    }

    /** SHA-256 suffices: nobody guesses 238 bits, so nothing need be slow. */
    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Never the secret itself: records print themselves into logs. */
    @Override
    public String toString() {
        return "Secret";
    }
}

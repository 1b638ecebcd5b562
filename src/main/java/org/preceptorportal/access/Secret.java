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

    /** Of a one-time link or a sign-in: 256 bits. */
    static Secret token() {
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes()));
    }

    /** 256 bits, as a key for AES. */
    static byte[] bytes() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Of an API key: 40 characters, 238 bits; the prefix lets secret scanners find it. */
    static Secret apiKey() {
        return new Secret("pp_" + base62(40));
    }

    /** Of a staff account, the portal's choice: 20 characters, 119 bits. */
    static Secret password() {
        return new Secret(base62(20));
    }

    private static String base62(int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(BASE62.charAt(RANDOM.nextInt(BASE62.length())));
        }
        return word.toString();
    }

    /**
     * SHA-256 suffices for tokens and keys: nobody guesses 238 bits, so nothing need be slow.
     * Passwords have {@link Passwords}.
     */
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

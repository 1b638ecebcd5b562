package org.preceptorportal.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes of passwords, kept as {@code pbkdf2-sha512$rounds$salt$hash}: with the rounds they were
 * made with, so that a later portal may ask for more.
 */
final class Passwords {
    /** Shorter ones are refused; nothing else about a password is asked. */
    static final int SHORTEST = 12;

    static final int LONGEST = 256;

    /** OWASP's number for this function. */
    private static final int ROUNDS = 210_000;

    private static final String SCHEME = "pbkdf2-sha512";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String NOBODYS = hash("a password that nobody has");

    private Passwords() {}

    /**
     * @throws IllegalArgumentException when it is too short or too long
     */
    static String hash(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a password has " + SHORTEST + " to " + LONGEST + " characters");
        }
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return SCHEME
                + "$"
                + ROUNDS
                + "$"
                + Base64.getEncoder().encodeToString(salt)
                + "$"
                + Base64.getEncoder().encodeToString(derive(password, salt, ROUNDS));
    }

    static boolean matches(String password, String hash) {
        String[] parts = hash.split("\\$");
        if (parts.length != 4 || !parts[0].equals(SCHEME)) {
            throw new IllegalStateException("a password hash of an unknown scheme");
        }
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        byte[] expected = Base64.getDecoder().decode(parts[3]);
        // What is too long is no password of ours, and must not cost more than one.
        String tried = password.length() > LONGEST ? password.substring(0, LONGEST) : password;
        byte[] derived = derive(tried, salt, Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(expected, derived) && password.length() <= LONGEST;
    }

    /** Costs what {@link #matches} costs: an unknown address answers no faster than a known one. */
    static void pretend(String password) {
        matches(password, NOBODYS);
    }

    static boolean outdated(String hash) {
        return Integer.parseInt(hash.split("\\$")[1]) < ROUNDS;
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, 256);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2WithHmacSHA512", e);
        } finally {
            spec.clearPassword();
        }
    }
}

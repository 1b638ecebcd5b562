package org.preceptorportal.stepup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * One-time codes of time: RFC 6238 with its defaults, which is what every authenticator app speaks
 * (HMAC-SHA-1, thirty seconds, six digits).
 */
final class Totp {
    static final int STEP_SECONDS = 30;
    static final int DIGITS = 6;

    /** Bytes of a secret: the length of the hash (RFC 4226, 4). */
    static final int SECRET = 20;

    /** Steps that a telephone's clock may be off, either way. */
    private static final int DRIFT = 1;

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] counter = new byte[Long.BYTES];
            for (int i = 0; i < Long.BYTES; i++) {
                counter[i] = (byte) (step >>> (8 * (Long.BYTES - 1 - i)));
            }
            byte[] hash = mac.doFinal(counter);
            int at = hash[hash.length - 1] & 0xf;
            int number =
                    (hash[at] & 0x7f) << 24
                            | (hash[at + 1] & 0xff) << 16
                            | (hash[at + 2] & 0xff) << 8
                            | (hash[at + 3] & 0xff);
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    /**
     * The step whose code was typed.
     *
     * @param lastUsed the newest step that was used; it and those before it are over
     * @return empty when the code is that of no step near {@code now}
     */
    static OptionalLong match(byte[] secret, String typed, Instant now, long lastUsed) {
        byte[] given = bytes(typed == null ? "" : typed.replaceAll("\\s", ""));
        for (long step = step(now) - DRIFT; step <= step(now) + DRIFT; step++) {
            if (step > lastUsed && MessageDigest.isEqual(bytes(code(secret, step)), given)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The secret as apps take it when somebody types it. */
    static String base32(byte[] secret) {
        return Base32.toBase32String(secret).replace("=", "");
    }
}

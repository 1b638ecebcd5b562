package org.preceptorportal.stepup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/** A mailed code for one deed: eight digits, ten minutes, five tries, one use (SU-1). */
@Entity
@Table(name = "signing_code")
public class SigningCode {
    static final Duration LIFE = Duration.ofMinutes(10);
    static final int TRIES = 5;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "letter_id")
    private Long letterId;

    @Column(name = "preceptor_id")
    private long preceptorId;

    @Column(name = "code_hash")
    private String hash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private int attempts;

    @Column(name = "used_at")
    private Instant usedAt;

    protected SigningCode() {}

    /**
     * @param letterId null for a change of how somebody signs
     */
    SigningCode(Long letterId, long preceptorId, String code, Instant now) {
        this.letterId = letterId;
        this.preceptorId = preceptorId;
        this.hash = hash(code);
        this.createdAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    /**
     * Counts the try unless it is right: what fails after it, a time-stamp for instance, is not the
     * author's fault.
     */
    Verdict attempt(String code, Instant now) {
        if (usedAt != null || attempts >= TRIES) {
            return Verdict.SPENT;
        }
        if (opens(code, now)) {
            return Verdict.RIGHT;
        }
        attempts++;
        if (!now.isBefore(expiresAt)) {
            return Verdict.EXPIRED;
        }
        return attempts >= TRIES ? Verdict.SPENT : Verdict.WRONG;
    }

    /** Whether it is this code, and still good. */
    boolean opens(String code, Instant now) {
        return usedAt == null
                && attempts < TRIES
                && now.isBefore(expiresAt)
                && code != null
                && hash.equals(hash(code.replaceAll("\\s", "")));
    }

    /** Spends the code, in the transaction of the deed: no signature, no spent code. */
    void use(Instant now) {
        if (usedAt != null) {
            throw new SigningCodeRefused(Verdict.SPENT);
        }
        usedAt = now;
    }

    private String hash(String code) {
        try {
            String input = letterId + "/" + preceptorId + "/" + code;
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(input.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Long id() {
        return id;
    }
}

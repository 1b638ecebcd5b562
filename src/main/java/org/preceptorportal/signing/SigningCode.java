package org.preceptorportal.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.preceptorportal.store.Sha256;

/** A mailed code for one signature: eight digits, ten minutes, five tries, one use (SG-1). */
@Entity
@Table(name = "signing_code")
public class SigningCode {
    static final Duration LIFE = Duration.ofMinutes(10);
    static final int TRIES = 5;

    /** What a try comes to. */
    enum Verdict {
        RIGHT,
        /** No code was mailed. */
        NONE,
        WRONG,
        EXPIRED,
        /** Used already, or tried too often. */
        SPENT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "letter_id")
    private long letterId;

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

    SigningCode(long letterId, String code, Instant now) {
        this.letterId = letterId;
        this.hash = hash(letterId, code);
        this.createdAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    /** Counts the try, whatever it comes to. */
    Verdict attempt(String code, Instant now) {
        if (usedAt != null || attempts >= TRIES) {
            return Verdict.SPENT;
        }
        attempts++;
        if (!now.isBefore(expiresAt)) {
            return Verdict.EXPIRED;
        }
        boolean right = code != null && hash.equals(hash(letterId, code.replaceAll("\\s", "")));
        if (right) {
            return Verdict.RIGHT;
        }
        return attempts >= TRIES ? Verdict.SPENT : Verdict.WRONG;
    }

    /** Spends the code, in the transaction of the signature: no signature, no spent code. */
    void use(Instant now) {
        if (usedAt != null) {
            throw new SigningCodeRefused("spent");
        }
        usedAt = now;
    }

    private static String hash(long letterId, String code) {
        return Sha256.ofInputs(letterId, code).hex();
    }

    Long id() {
        return id;
    }
}

package org.preceptorportal.stepup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** A preceptor's authenticator app (SU-2). */
@Entity
public class Authenticator {
    static final int TRIES = 5;
    static final Duration PAUSE = Duration.ofMinutes(10);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "preceptor_id")
    private long preceptorId;

    /** Encrypted. */
    private byte[] secret;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "last_step")
    private long lastStep;

    private int wrong;

    @Column(name = "wrong_since")
    private Instant wrongSince;

    protected Authenticator() {}

    Authenticator(long tenantId, long preceptorId, byte[] encrypted, Instant now) {
        this.tenantId = tenantId;
        this.preceptorId = preceptorId;
        this.secret = encrypted.clone();
        this.madeAt = now;
    }

    /**
     * Counts a wrong try and spends a right one.
     *
     * @param plain the secret, decrypted
     */
    Verdict attempt(byte[] plain, String typed, Instant now) {
        if (wrongSince != null && !now.isBefore(wrongSince.plus(PAUSE))) {
            wrong = 0;
            wrongSince = null;
        }
        if (wrong >= TRIES) {
            return Verdict.SPENT;
        }
        OptionalLong step = Totp.match(plain, typed, now, lastStep);
        if (step.isPresent()) {
            lastStep = step.getAsLong();
            wrong = 0;
            wrongSince = null;
            return Verdict.RIGHT;
        }
        wrong++;
        wrongSince = wrongSince == null ? now : wrongSince;
        return Verdict.WRONG;
    }

    /** The app gave a right code: from now on it is asked for. */
    void confirm(Instant now) {
        confirmedAt = now;
    }

    boolean confirmed() {
        return confirmedAt != null;
    }

    Instant confirmedAt() {
        return confirmedAt;
    }

    byte[] secret() {
        return secret.clone();
    }
}

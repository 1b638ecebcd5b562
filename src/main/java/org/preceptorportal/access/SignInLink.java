package org.preceptorportal.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A one-time link, without its token (AC-3). */
@Entity
@Table(name = "sign_in_link")
public class SignInLink {
    /** Of a link that somebody asked for a moment ago (OWASP ASVS 5.0, 6.6.3). */
    static final Duration ASKED_FOR = Duration.ofMinutes(10);

    /**
     * Of a link in a mail of the portal's own: physicians read their mail on another day, and a
     * link that is dead by then costs them a second mail (docs/adr/0013). Signing still asks for a
     * code of its own.
     */
    static final Duration MAILED = Duration.ofDays(7);

    /** What a link is still good for. */
    public enum State {
        OPEN,
        USED,
        EXPIRED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "token_hash")
    private String tokenHash;

    private String target;

    @Column(name = "on_request")
    private boolean onRequest;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    protected SignInLink() {}

    /**
     * @param target where it leads, a path of the portal
     * @param onRequest true when a person asked for it, false when a mail of the portal carries it
     */
    SignInLink(long accountId, Secret token, String target, boolean onRequest, Instant now) {
        if (!Target.isOurs(target)) {
            throw new IllegalArgumentException("a link leads to a path of the portal");
        }
        this.accountId = accountId;
        this.tokenHash = token.hash();
        this.target = target;
        this.onRequest = onRequest;
        this.createdAt = now;
        this.expiresAt = now.plus(onRequest ? ASKED_FOR : MAILED);
    }

    Long id() {
        return id;
    }

    long accountId() {
        return accountId;
    }

    String tokenHash() {
        return tokenHash;
    }

    String target() {
        return target;
    }

    State state(Instant now) {
        if (usedAt != null) {
            return State.USED;
        }
        return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }
}

package org.preceptorportal.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.preceptorportal.shell.Role;

/** One browser in which somebody is signed in, without its token (AC-6). */
@Entity
@Table(name = "sign_in")
public class SignIn {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "token_hash")
    private String tokenHash;

    private String browser;
    private String device;
    private String address;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected SignIn() {}

    SignIn(long accountId, Role role, Ticket ticket, String device, String address, Instant now) {
        this.accountId = accountId;
        this.tokenHash = ticket.token().hash();
        this.browser = ticket.browser();
        this.device = device;
        this.address = address;
        this.createdAt = now;
        this.lastUsedAt = now;
        this.expiresAt = now.plus(Stay.of(role).whole());
    }

    Long id() {
        return id;
    }

    long accountId() {
        return accountId;
    }

    String browser() {
        return browser;
    }

    String device() {
        return device;
    }

    String address() {
        return address;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }

    boolean lasts(Role role, Instant now) {
        return endedAt == null && now.isBefore(expiresAt) && Stay.of(role).covers(lastUsedAt, now);
    }

    /** Whether a use now is worth writing down. */
    boolean wasQuiet(Instant now) {
        return !now.isBefore(lastUsedAt.plus(Stay.GRAIN));
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }
}

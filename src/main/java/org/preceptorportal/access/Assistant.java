package org.preceptorportal.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * Somebody whom a preceptor lets draft evaluations (AC-11). One who assists several preceptors is
 * an assistant to each.
 */
@Entity
public class Assistant {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "preceptor_id")
    private long preceptorId;

    private String name;
    private String email;

    @Column(name = "invited_at")
    private Instant invitedAt;

    @Column(name = "removed_at")
    private Instant removedAt;

    @Version private int version;

    protected Assistant() {}

    /**
     * @throws AssistantRefused when name or address cannot be a person's
     */
    Assistant(long tenantId, long preceptorId, String name, String email, Instant now) {
        if (name == null || name.isBlank() || name.strip().length() > 200) {
            throw new AssistantRefused("assistants.noName");
        }
        if (email == null || !Account.isAddress(Account.address(email))) {
            throw new AssistantRefused("assistants.noAddress");
        }
        this.tenantId = tenantId;
        this.preceptorId = preceptorId;
        this.name = name.strip();
        this.email = Account.address(email);
        this.invitedAt = now;
    }

    public Long id() {
        return id;
    }

    long tenantId() {
        return tenantId;
    }

    long preceptorId() {
        return preceptorId;
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    Instant invitedAt() {
        return invitedAt;
    }

    boolean active() {
        return removedAt == null;
    }

    void remove(Instant now) {
        if (removedAt != null) {
            throw new IllegalStateException("this assistant was removed before");
        }
        removedAt = now;
    }
}

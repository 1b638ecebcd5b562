package org.preceptorportal.asking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A learner's polite reminder to the author; it waits where it would come at a quiet hour. */
@Entity
@Table(name = "letter_nudge")
class Nudge {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "letter_id")
    private long letterId;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    protected Nudge() {}

    Nudge(long tenantId, long letterId, Instant now) {
        this.tenantId = tenantId;
        this.letterId = letterId;
        this.askedAt = now;
    }

    void sent(Instant now) {
        sentAt = now;
    }

    Long id() {
        return id;
    }

    long letterId() {
        return letterId;
    }

    Instant askedAt() {
        return askedAt;
    }

    boolean waiting() {
        return sentAt == null;
    }
}

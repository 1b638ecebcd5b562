package org.preceptorportal.asking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A learner's signed word that waivers hold no longer for letters still to be asked for (AK-4). */
@Entity
@Table(name = "waiver_revocation")
class WaiverRevocation {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "learner_id")
    private long learnerId;

    @Column(name = "text_version")
    private String textVersion;

    @Column(name = "signature")
    private String signature;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected WaiverRevocation() {}

    WaiverRevocation(
            long tenantId, long learnerId, String textVersion, String signature, Instant now) {
        this.tenantId = tenantId;
        this.learnerId = learnerId;
        this.textVersion = textVersion;
        this.signature = signature;
        this.revokedAt = now;
    }

    Instant revokedAt() {
        return revokedAt;
    }
}

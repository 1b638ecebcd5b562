package org.preceptorportal.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.preceptorportal.signing.SignedLetter;

/** Somebody said that a signed letter was uploaded to a service. */
@Entity
@Table(name = "letter_upload")
class Upload {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "letter_id")
    private long letterId;

    @Column(name = "signed_letter_id")
    private long signedLetterId;

    private String channel;

    @Column(name = "uploaded_on")
    private LocalDate uploadedOn;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected Upload() {}

    Upload(
            SignedLetter signed,
            String channel,
            LocalDate uploadedOn,
            String recordedBy,
            Instant now) {
        this.tenantId = signed.tenantId();
        this.letterId = signed.letterId();
        this.signedLetterId = signed.id();
        this.channel = channel;
        this.uploadedOn = uploadedOn;
        this.recordedBy = recordedBy;
        this.recordedAt = now;
    }

    long letterId() {
        return letterId;
    }

    String channel() {
        return channel;
    }

    LocalDate uploadedOn() {
        return uploadedOn;
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    long signedLetterId() {
        return signedLetterId;
    }
}

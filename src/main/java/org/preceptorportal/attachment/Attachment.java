package org.preceptorportal.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.store.Sha256;

/** One paper that a learner handed in with a request. */
@Entity
class Attachment {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "letter_id")
    private long letterId;

    @Column(name = "learner_id")
    private long learnerId;

    @Enumerated(EnumType.STRING)
    private AttachmentKind kind;

    private String sha256;
    private int pages;

    @Column(name = "added_at")
    private Instant addedAt;

    @Column(name = "removed_at")
    private Instant removedAt;

    protected Attachment() {}

    Attachment(Letter letter, AttachmentKind kind, Sha256 sha256, int pages, Instant now) {
        this.tenantId = letter.tenantId();
        this.letterId = letter.id();
        this.learnerId = letter.learnerId();
        this.kind = kind;
        this.sha256 = sha256.hex();
        this.pages = pages;
        this.addedAt = now;
    }

    void remove(Instant now) {
        removedAt = now;
    }

    Long id() {
        return id;
    }

    long letterId() {
        return letterId;
    }

    long learnerId() {
        return learnerId;
    }

    AttachmentKind kind() {
        return kind;
    }

    Sha256 sha256() {
        return new Sha256(sha256);
    }

    int pages() {
        return pages;
    }

    Instant addedAt() {
        return addedAt;
    }

    boolean present() {
        return removedAt == null;
    }
}

package org.preceptorportal.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a letter said before: content, for who may read the draft (LT-9). It never changes. */
@Entity
@Table(name = "letter_revision")
class LetterRevision {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "letter_id")
    private long letterId;

    private int number;
    private String body;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Column(name = "saved_by")
    private String savedBy;

    @Column(name = "kept_at")
    private Instant keptAt;

    protected LetterRevision() {}

    /** The letter as it stands, before something else is written. */
    LetterRevision(Letter letter, int number, Instant now) {
        this.tenantId = letter.tenantId();
        this.letterId = letter.id();
        this.number = number;
        this.body = letter.text().html();
        this.savedAt = letter.savedAt();
        this.savedBy = letter.savedBy();
        this.keptAt = now;
    }

    Long id() {
        return id;
    }

    long letterId() {
        return letterId;
    }

    int number() {
        return number;
    }

    LetterText text() {
        return LetterText.kept(body);
    }

    Instant savedAt() {
        return savedAt;
    }

    String savedBy() {
        return savedBy;
    }
}

package org.preceptorportal.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

    @Enumerated(EnumType.STRING)
    private LetterKind kind;

    private String body;
    private String source;

    @Column(name = "source_sha256")
    private String sourceFile;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Column(name = "saved_by")
    private String savedBy;

    @Column(name = "kept_at")
    private Instant keptAt;

    protected LetterRevision() {}

    /**
     * The letter as it stands, before something else is written.
     *
     * @param made what it is made of beside its words
     */
    LetterRevision(Letter letter, LetterSource made, int number, Instant now) {
        this.tenantId = letter.tenantId();
        this.letterId = letter.id();
        this.number = number;
        this.kind = made.kind();
        this.body = letter.text().html();
        this.source = made.said();
        this.sourceFile = made.file();
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

    LetterSource source() {
        return new LetterSource(kind, source, sourceFile);
    }

    /** Whether nothing would be lost with a letter that is made of this. */
    boolean says(Letter letter, LetterSource made) {
        return source().equals(made)
                && (kind != LetterKind.WORDS || body.equals(letter.text().html()));
    }

    Instant savedAt() {
        return savedAt;
    }

    String savedBy() {
        return savedBy;
    }
}

package org.preceptorportal.rendition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.store.Sha256;

/** The PDF that an author brought for a letter. Its letter's version guards it. */
@Entity
@Table(name = "own_pdf")
public class OwnPdf {
    @Id
    @Column(name = "letter_id")
    private Long letterId;

    @Column(name = "tenant_id")
    private long tenantId;

    private String sha256;
    private int pages;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    protected OwnPdf() {}

    OwnPdf(Letter letter, Sha256 file, int pages, Instant now) {
        this.letterId = letter.id();
        this.tenantId = letter.tenantId();
        replace(file, pages, now);
    }

    final void replace(Sha256 file, int pageCount, Instant now) {
        sha256 = file.hex();
        pages = pageCount;
        uploadedAt = now;
    }

    /** The name of the content's bytes: only for code that has passed the letter's door (S1). */
    Sha256 sha256() {
        return new Sha256(sha256);
    }

    public int pages() {
        return pages;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    long letterId() {
        return letterId;
    }

    long tenantId() {
        return tenantId;
    }
}

package org.preceptorportal.certificate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.preceptorportal.signing.SignedLetter;
import org.preceptorportal.store.Sha256;

/** The certificate of completion of one signed version of a letter. */
@Entity
public class Certificate {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "signed_letter_id")
    private long signedLetterId;

    @Column(name = "pdf_sha256")
    private String pdf;

    @Column(name = "made_at")
    private Instant madeAt;

    protected Certificate() {}

    Certificate(SignedLetter signed, Sha256 pdf, Instant now) {
        this.tenantId = signed.tenantId();
        this.signedLetterId = signed.id();
        this.pdf = pdf.hex();
        this.madeAt = now;
    }

    Sha256 pdf() {
        return new Sha256(pdf);
    }
}

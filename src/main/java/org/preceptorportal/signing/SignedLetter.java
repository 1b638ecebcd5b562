package org.preceptorportal.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.Signature;
import org.preceptorportal.letter.VerifyCode;
import org.preceptorportal.store.Sha256;

/** One signed version of a letter. Only its state ever changes; the database sees to it (S2). */
@Entity
@Table(name = "signed_letter")
public class SignedLetter {
    /** What a version is worth today. */
    public enum State {
        CURRENT,
        SUPERSEDED,
        WITHDRAWN
    }

    /** The two forms of the same page. */
    public enum Rendition {
        /** Sealed: any later change shows. */
        ORIGINAL,
        /** Flat, without signature or form, for services that refuse signed files. */
        UPLOAD
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "letter_id")
    private long letterId;

    private int number;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "author_name")
    private String authorName;

    @Column(name = "learner_name")
    private String learnerName;

    @Column(name = "signed_at")
    private Instant signedAt;

    private String meaning;

    @Column(name = "verify_code")
    private String verifyCode;

    @Column(name = "original_sha256")
    private String original;

    @Column(name = "upload_sha256")
    private String upload;

    protected SignedLetter() {}

    SignedLetter(
            Letter letter,
            int number,
            Signature signature,
            String learnerName,
            Sha256 original,
            Sha256 upload) {
        this.tenantId = letter.tenantId();
        this.letterId = letter.id();
        this.number = number;
        this.state = State.CURRENT;
        this.authorName = signature.author();
        this.learnerName = learnerName;
        this.signedAt = signature.at();
        this.meaning = signature.meaning();
        this.verifyCode = signature.code().toString();
        this.original = original.hex();
        this.upload = upload.hex();
    }

    public Long id() {
        return id;
    }

    public long tenantId() {
        return tenantId;
    }

    public long letterId() {
        return letterId;
    }

    /** 1 for the first version of a letter. */
    public int number() {
        return number;
    }

    public State state() {
        return state;
    }

    public String authorName() {
        return authorName;
    }

    public String learnerName() {
        return learnerName;
    }

    public Instant signedAt() {
        return signedAt;
    }

    public String meaning() {
        return meaning;
    }

    public VerifyCode verifyCode() {
        return new VerifyCode(verifyCode);
    }

    /** The name of the content's bytes; not for a learner who waived (S1). */
    public Sha256 bytesOf(Rendition rendition) {
        return new Sha256(rendition == Rendition.ORIGINAL ? original : upload);
    }
}

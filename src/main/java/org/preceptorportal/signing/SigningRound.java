package org.preceptorportal.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.VerifyCode;
import org.preceptorportal.store.Sha256;

/**
 * One file on its way through the authors' hands: drawn for the first, sealed by each in turn. It
 * becomes a signed letter with the last signature, or nothing at all.
 */
@Entity
@Table(name = "signing_round")
public class SigningRound {
    enum State {
        OPEN,
        DONE,
        /** Somebody did not sign. */
        BROKEN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "letter_id")
    private long letterId;

    private int number;
    private int authors;

    @Column(name = "verify_code")
    private String verifyCode;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "file_sha256")
    private String file;

    @Column(name = "upload_sha256")
    private String upload;

    /** Until all have signed: then it stands with the signed letter. */
    private String plain;

    /** The same for who finishes the round. */
    private transient String words;

    @Column(name = "began_at")
    private Instant beganAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Version private int version;

    protected SigningRound() {}

    /**
     * @param number of the version that comes of it
     * @param authors how many sign
     * @param file with the first signature
     * @param upload the flat copy, drawn with it
     * @param plain the words without layout; empty when there are none of ours
     */
    SigningRound(
            Letter letter,
            int number,
            int authors,
            VerifyCode code,
            Sha256 file,
            Sha256 upload,
            String plain,
            Instant now) {
        this.tenantId = letter.tenantId();
        this.letterId = letter.id();
        this.number = number;
        this.authors = authors;
        this.verifyCode = code.toString();
        this.state = State.OPEN;
        this.file = file.hex();
        this.upload = upload.hex();
        this.words = plain;
        this.plain = authors > 1 ? plain : "";
        this.beganAt = now;
    }

    /** The next author's revision of the file. */
    void append(Sha256 revision) {
        need();
        file = revision.hex();
    }

    void finish(Instant now) {
        need();
        words = plain();
        plain = "";
        state = State.DONE;
        endedAt = now;
    }

    void end(Instant now) {
        need();
        state = State.BROKEN;
        plain = "";
        endedAt = now;
    }

    private void need() {
        if (state != State.OPEN) {
            throw new IllegalStateException("round " + id + " is over");
        }
    }

    Long id() {
        return id;
    }

    long tenantId() {
        return tenantId;
    }

    long letterId() {
        return letterId;
    }

    int number() {
        return number;
    }

    int authors() {
        return authors;
    }

    /** Content (S1). */
    String plain() {
        return words == null ? plain : words;
    }

    VerifyCode code() {
        return new VerifyCode(verifyCode);
    }

    /** The file with all signatures so far: content (S1). */
    Sha256 file() {
        return new Sha256(file);
    }

    /** The flat copy; nobody gets it before all have signed. */
    Sha256 upload() {
        return new Sha256(upload);
    }

    Instant beganAt() {
        return beganAt;
    }
}

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
import org.preceptorportal.letter.LetterKind;
import org.preceptorportal.letter.LetterMovedOn;
import org.preceptorportal.letter.LetterSource;
import org.preceptorportal.letter.LetterText;
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

    @Column(name = "round_id")
    private Long roundId;

    private String words;

    @Enumerated(EnumType.STRING)
    private LetterKind kind;

    private String source;
    private String plain;

    @Column(name = "source_sha256")
    private String sourceFile;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "end_reason")
    private String endReason;

    protected SignedLetter() {}

    /**
     * @param lead the signature of the author who was asked
     * @param words for the version after it
     * @param source as the words
     */
    SignedLetter(
            Letter letter,
            SigningRound round,
            AuthorSignature lead,
            String learnerName,
            LetterText words,
            LetterSource source,
            Instant now) {
        this.tenantId = letter.tenantId();
        this.letterId = letter.id();
        this.number = round.number();
        this.state = State.CURRENT;
        this.authorName = lead.name();
        this.learnerName = learnerName;
        this.signedAt = now;
        this.meaning = lead.meaning();
        this.verifyCode = round.code().toString();
        this.original = round.file().hex();
        this.upload = round.upload().hex();
        this.roundId = round.id();
        this.words = words.html();
        this.plain = round.plain();
        this.kind = source.kind();
        this.source = source.said();
        this.sourceFile = source.file();
    }

    /**
     * It gave way to a newer version, or its author took it back.
     *
     * @param reason for the authors alone; null when superseded
     */
    void end(State how, String reason, Instant now) {
        if (state != State.CURRENT) {
            throw new LetterMovedOn();
        }
        state = how;
        endReason = reason;
        endedAt = now;
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

    /** Null for a letter of before authors could be several. */
    Long roundId() {
        return roundId;
    }

    /** Since when it is no longer current; null while it is. */
    public Instant endedAt() {
        return endedAt;
    }

    /** Why it was withdrawn: for its authors alone. */
    String endReason() {
        return endReason;
    }

    /** This version's words: content, for its author's next version (S1). */
    LetterText words() {
        return LetterText.kept(words);
    }

    /** What was signed, without layout: content (S1). Empty when nothing was kept. */
    String plain() {
        return plain;
    }

    /** Whether its words can be had without layout; beside other kinds may stand unsigned prose. */
    public boolean worded() {
        return !plain.isEmpty() || kind == LetterKind.WORDS;
    }

    public LetterKind kind() {
        return kind;
    }

    /** What this version was made of: content, as {@link #words}. */
    LetterSource source() {
        return new LetterSource(kind, source, sourceFile);
    }
}

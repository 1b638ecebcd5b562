package org.preceptorportal.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** One letter of recommendation, from the learner's request to the author's signature. */
@Entity
public class Letter {
    /** No word changes while it stands there. */
    private static final Set<LetterStatus> FINAL =
            EnumSet.of(LetterStatus.SIGNING, LetterStatus.SIGNED, LetterStatus.WITHDRAWN);

    /** Who of a letter's authors signs as chair of the department. */
    public enum Chair {
        NONE,
        COLLEAGUE,
        AUTHOR
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    private Long id;

    @Column(name = "tenant_id")
    private long tenantId;

    @Column(name = "learner_id")
    private long learnerId;

    @Column(name = "preceptor_id")
    private long preceptorId;

    @Column(name = "rotation_id")
    private long rotationId;

    private String specialty;
    private String purpose;
    private String note;
    private LocalDate deadline;
    private boolean waived;

    @Column(name = "waiver_text")
    private String waiverText;

    @Column(name = "waiver_signature")
    private String waiverSignature;

    @Column(name = "waived_at")
    private Instant waivedAt;

    @Enumerated(EnumType.STRING)
    private LetterStatus status;

    private String body;

    /** Of {@link #textOf}: a letter is asked for its words many times, and they are parsed once. */
    private transient LetterText text;

    private transient String textOf;

    @Enumerated(EnumType.STRING)
    private LetterKind kind;

    @Enumerated(EnumType.STRING)
    private Chair chair;

    @Column(name = "decline_reason")
    private String declineReason;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Column(name = "signed_at")
    private Instant signedAt;

    @Column(name = "saved_by")
    private String savedBy;

    @Column(name = "letterhead_id")
    private Long letterheadId;

    @Column(name = "context_hidden")
    private boolean contextHidden;

    @Column(name = "taken_from")
    private Long takenFrom;

    @Version private int version;

    protected Letter() {}

    /** What a learner asks for, about which rotation. */
    public Letter(
            long tenantId,
            long learnerId,
            long preceptorId,
            RequestFacts facts,
            Waiver waiver,
            Instant now) {
        this.tenantId = tenantId;
        this.learnerId = learnerId;
        this.preceptorId = preceptorId;
        this.rotationId = facts.rotationId();
        this.specialty = facts.specialty();
        this.purpose = facts.purpose();
        this.note = facts.note();
        this.deadline = facts.deadline();
        this.status = LetterStatus.REQUESTED;
        this.body = "";
        this.kind = LetterKind.WORDS;
        this.chair = Chair.NONE;
        this.requestedAt = now;
        take(waiver);
    }

    /**
     * The learner thought again.
     *
     * @throws WaiverLocked once the preceptor has opened the request (LT-2)
     */
    public void changeWaiver(Waiver waiver) {
        if (status != LetterStatus.REQUESTED) {
            throw new WaiverLocked();
        }
        take(waiver);
    }

    /** The preceptor looks at the request for the first time; later looks change nothing. */
    void open(Instant now) {
        if (status == LetterStatus.REQUESTED) {
            status = LetterStatus.OPENED;
            openedAt = now;
        }
    }

    void accept(Instant now) {
        need(LetterStatus.OPENED);
        status = LetterStatus.DRAFTING;
        decidedAt = now;
    }

    /**
     * Until the signature; who accepted may still find that it cannot be written.
     *
     * @param reason the author's private note, which the learner never sees; may be null
     */
    void decline(String reason, Instant now) {
        // A newer version of a signed letter is written or given up, but the letter stands.
        if (status != LetterStatus.DRAFTING || signedAt != null) {
            need(LetterStatus.OPENED);
        }
        status = LetterStatus.DECLINED;
        declineReason = reason;
        decidedAt = now;
    }

    /**
     * Keeps the author's text.
     *
     * @param basedOn the version the text was written on
     * @param by the name of who wrote, the author or who drafts for them
     * @return false when it says this already: who only looked has written nothing
     * @throws StaleDraft when another version was saved since (LT-3)
     */
    boolean write(LetterText text, int basedOn, String by, Instant now) {
        need(LetterStatus.DRAFTING);
        needVersion(basedOn);
        if (savedAt != null && body.equals(text.html())) {
            return false;
        }
        body = text.html();
        savedBy = by;
        savedAt = now;
        return true;
    }

    /** Notes whose letter the text began as. */
    void takeFrom(long earlierLetterId) {
        takenFrom = earlierLetterId;
    }

    /**
     * How the page looks besides the text: the context block is shown as the records have it, or
     * not at all (LT-7).
     *
     * @param paper a letterhead's id; null for the author's usual one
     */
    void look(Long paper, boolean withoutContext) {
        need(LetterStatus.DRAFTING);
        letterheadId = paper;
        contextHidden = withoutContext;
    }

    /** The learner asks for a letter that the department's chair signs. */
    public void askForChair() {
        need(LetterStatus.REQUESTED);
        chair = Chair.COLLEAGUE;
    }

    /**
     * The author says who signs as chair.
     *
     * @throws LetterMovedOn unless it is being written
     */
    public void chairedBy(Chair who) {
        need(LetterStatus.DRAFTING);
        chair = who;
    }

    /**
     * Another room keeps what this letter is made of; the letter's version counts for it too.
     *
     * @param basedOn the version the change was made on
     * @param by the name of who made it
     * @throws LetterMovedOn unless it is being written
     * @throws StaleDraft when another version was saved since (LT-3)
     */
    public void compose(LetterKind made, int basedOn, String by, Instant now) {
        need(LetterStatus.DRAFTING);
        needVersion(basedOn);
        kind = made;
        savedBy = by;
        savedAt = now;
    }

    /** The first of several authors signs: from here on nobody changes a word. */
    public void freeze() {
        needSignable();
        status = LetterStatus.SIGNING;
    }

    /** One of several authors does not sign, so nobody has; the text may be changed again. */
    public void thaw() {
        need(LetterStatus.SIGNING);
        status = LetterStatus.DRAFTING;
    }

    /** The only author signs, or the last of several. */
    public void sign(Instant now) {
        if (status != LetterStatus.SIGNING) {
            needSignable();
        }
        status = LetterStatus.SIGNED;
        signedAt = now;
    }

    /**
     * A new version is begun from the signed one; until it is signed the old one stands.
     *
     * @param made what the signed version is
     * @param words of the signed version
     */
    public void revise(LetterKind made, LetterText words, Instant now) {
        need(LetterStatus.SIGNED);
        status = LetterStatus.DRAFTING;
        kind = made;
        body = words.html();
        savedAt = now;
    }

    /**
     * The new version is given up; the signed one stands as before.
     *
     * @param made what the signed version is
     * @param words of the signed version
     */
    public void keepSigned(LetterKind made, LetterText words) {
        need(LetterStatus.DRAFTING);
        if (!stands()) {
            throw new LetterMovedOn();
        }
        status = LetterStatus.SIGNED;
        kind = made;
        body = words.html();
    }

    /** The author no longer stands by it. */
    public void withdraw() {
        if (!stands()) {
            throw new LetterMovedOn();
        }
        status = LetterStatus.WITHDRAWN;
    }

    /** Whether a signed version may be read and sent, even while the next one is written. */
    public boolean stands() {
        return signedAt != null && status != LetterStatus.WITHDRAWN;
    }

    /** Where it stands for everybody but its authors: who drafts and signs anew is theirs alone. */
    public LetterStatus stage() {
        if (stands()) {
            return LetterStatus.SIGNED;
        }
        return status == LetterStatus.SIGNING ? LetterStatus.DRAFTING : status;
    }

    /**
     * @throws LetterMovedOn unless it is being written
     * @throws LetterNotSignable when there are no words yet, or a structure's question is open
     */
    public void needSignable() {
        need(LetterStatus.DRAFTING);
        if (kind == LetterKind.WORDS && text().isEmpty()) {
            throw new LetterNotSignable("empty");
        }
        if (!text().openQuestions().isEmpty()) {
            throw new LetterNotSignable("open");
        }
    }

    /**
     * LT-1: the author always; the learner only what is signed and not waived; nobody else.
     * Programs read it out of their packets.
     */
    public boolean mayBeReadBy(Caller caller) {
        if (caller.tenantId() != tenantId) {
            return false;
        }
        return isBy(caller) || isFor(caller) && !waived && stands();
    }

    public boolean isBy(Caller caller) {
        return caller.tenantId() == tenantId && caller.isPerson(Role.PRECEPTOR, preceptorId);
    }

    /** Its author; an assistant of theirs until it is signed. */
    public boolean isDraftedBy(Caller caller) {
        return caller.tenantId() == tenantId
                && caller.actsFor(preceptorId)
                && (isBy(caller) || !FINAL.contains(status));
    }

    public boolean isFor(Caller caller) {
        return caller.tenantId() == tenantId && caller.isPerson(Role.LEARNER, learnerId);
    }

    private void take(Waiver waiver) {
        waived = waiver.waived();
        waiverText = waiver.textVersion();
        waiverSignature = waiver.signature();
        waivedAt = waiver.at();
    }

    private void need(LetterStatus needed) {
        if (status != needed) {
            throw new LetterMovedOn();
        }
    }

    private void needVersion(int expected) {
        if (version != expected) {
            throw new StaleDraft();
        }
    }

    public Long id() {
        return id;
    }

    public long tenantId() {
        return tenantId;
    }

    public long learnerId() {
        return learnerId;
    }

    public long preceptorId() {
        return preceptorId;
    }

    public long rotationId() {
        return rotationId;
    }

    public String specialty() {
        return specialty;
    }

    /** What the learner needs it for. */
    public String purpose() {
        return purpose;
    }

    /** What the learner wants the author to know. */
    public String note() {
        return note;
    }

    public LocalDate deadline() {
        return deadline;
    }

    public Waiver waiver() {
        return new Waiver(waived, waiverText, waiverSignature, waivedAt);
    }

    public LetterStatus status() {
        return status;
    }

    /** The author's words: content. Only for code that has asked {@link #mayBeReadBy} (S1). */
    public LetterText text() {
        if (text == null || !body.equals(textOf)) {
            text = LetterText.kept(body);
            textOf = body;
        }
        return text;
    }

    public LetterKind kind() {
        return kind;
    }

    public Chair chair() {
        return chair;
    }

    public String declineReason() {
        return declineReason;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public Instant savedAt() {
        return savedAt;
    }

    /** Who saved last: the author or who drafts for them; null before. */
    String savedBy() {
        return savedBy;
    }

    /** The chosen letterhead; null: the author's usual one. */
    public Long letterheadId() {
        return letterheadId;
    }

    public boolean contextHidden() {
        return contextHidden;
    }

    /** The earlier letter its text began as, or null. */
    Long takenFrom() {
        return takenFrom;
    }

    public Instant signedAt() {
        return signedAt;
    }

    public int version() {
        return version;
    }
}

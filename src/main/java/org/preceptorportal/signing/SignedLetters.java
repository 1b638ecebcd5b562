package org.preceptorportal.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.preceptorportal.archive.ArchiveFiles;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.letter.LetterDoor;
import org.preceptorportal.letter.Letters;
import org.preceptorportal.letter.VerifyCode;
import org.preceptorportal.rendition.Renditions;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.FileName;
import org.preceptorportal.shell.Role;
import org.preceptorportal.signing.SignedLetter.Rendition;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;

/** Signed letters: reading them, and finding one by its code or its file. */
@ApplicationScoped
public class SignedLetters {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject Letters letters;
    @Inject SigningRows rows;
    @Inject LetterDoor door;
    @Inject ArchiveFiles archive;
    @Inject Blobs blobs;
    @Inject Renditions renditions;
    @Inject AuditTrail audit;

    /** A file and the name it is saved under. */
    public record File(String name, byte[] bytes) {}

    /** The versions of a letter that the caller has signed, latest first. */
    @Transactional
    public List<SignedLetter> ofLetter(Caller caller, long letterId) {
        List<SignedLetter> own =
                versions(letterId).stream().filter(s -> isAuthor(caller, s)).toList();
        if (own.isEmpty()) {
            door.authored(caller, letterId);
        }
        return own;
    }

    /** What the authors of a version did when they signed it, in order; for its authors. */
    @Transactional
    public List<AuthorSignature> signatures(Caller caller, long signedLetterId) {
        SignedLetter signed =
                find(signedLetterId)
                        .filter(s -> isAuthor(caller, s))
                        .orElseThrow(() -> audit.refuse(caller, "signed-letter", signedLetterId));
        return signatures(signed);
    }

    /** The same for rooms that have asked who may know; empty for a letter of before. */
    public List<AuthorSignature> signatures(SignedLetter signed) {
        return signed.roundId() == null ? List.of() : rows.signatures(signed.roundId());
    }

    /** Whether the caller is one of those who signed this version. */
    public boolean isAuthor(Caller caller, SignedLetter signed) {
        return caller.tenantId() == signed.tenantId()
                && (letters.find(signed.letterId()).orElseThrow().isBy(caller)
                        || signatures(signed).stream()
                                .anyMatch(s -> caller.isPerson(Role.PRECEPTOR, s.preceptorId())));
    }

    public Optional<SignedLetter> find(long id) {
        return Optional.ofNullable(em.find(SignedLetter.class, id));
    }

    public List<SignedLetter> versions(long letterId) {
        return em.createQuery(
                        "select s from SignedLetter s where s.letterId = ?1 order by s.number desc",
                        SignedLetter.class)
                .setParameter(1, letterId)
                .getResultList();
    }

    /** The versions of these letters that count, by letter. */
    public Map<Long, SignedLetter> current(List<Long> letterIds) {
        if (letterIds.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "select s from SignedLetter s where s.letterId in ?1 and s.state = ?2",
                        SignedLetter.class)
                .setParameter(1, letterIds)
                .setParameter(2, SignedLetter.State.CURRENT)
                .getResultStream()
                .collect(Collectors.toMap(SignedLetter::letterId, Function.identity()));
    }

    public Optional<SignedLetter> current(long letterId) {
        return versions(letterId).stream()
                .filter(signed -> signed.state() == SignedLetter.State.CURRENT)
                .findFirst();
    }

    /**
     * The letter itself: for its authors, and as long as it is not withdrawn for its learner unless
     * waived (LT-1). Every reading is written down.
     */
    @Transactional
    public File pdf(Caller caller, long signedLetterId, Rendition rendition) {
        SignedLetter signed = readable(caller, signedLetterId);
        byte[] bytes = blobs.read(signed.bytesOf(rendition));
        audit.record(
                caller,
                "letter.read",
                "letter",
                signed.letterId(),
                rendition.name().toLowerCase(Locale.ROOT));
        return new File(name(signed, rendition), bytes);
    }

    /**
     * The words without layout, as they were signed; for whom {@link #pdf} is.
     *
     * @throws org.preceptorportal.shell.NotForCaller also for an author's own PDF, and for answers
     *     of which no plain text was kept
     */
    @Transactional
    public String plain(Caller caller, long signedLetterId) {
        SignedLetter signed = readable(caller, signedLetterId);
        if (!signed.worded()) {
            throw audit.refuse(caller, "signed-letter", signedLetterId);
        }
        audit.record(caller, "letter.read", "letter", signed.letterId(), "plain text");
        return words(signed);
    }

    /** For who has asked who may have them, and whether it is {@link SignedLetter#worded}. */
    String words(SignedLetter signed) {
        return signed.plain().isEmpty() ? renditions.words(signed.words().body()) : signed.plain();
    }

    /**
     * The original with all that verifies it for decades; for whom {@link #pdf} is.
     *
     * @throws org.preceptorportal.shell.NotForCaller also when no night has archived it yet
     */
    @Transactional
    public File archived(Caller caller, long signedLetterId) {
        SignedLetter signed = readable(caller, signedLetterId);
        byte[] bytes =
                blobs.read(
                        archive.newest(signedLetterId)
                                .orElseThrow(
                                        () ->
                                                audit.refuse(
                                                        caller, "signed-letter", signedLetterId)));
        audit.record(caller, "letter.read", "letter", signed.letterId(), "archive");
        return new File(
                name(signed, Rendition.ORIGINAL).replace("_original.pdf", "_archive.pdf"), bytes);
    }

    private SignedLetter readable(Caller caller, long signedLetterId) {
        return find(signedLetterId)
                .filter(s -> mayRead(caller, s))
                .orElseThrow(() -> audit.refuse(caller, "signed-letter", signedLetterId));
    }

    /**
     * The copy of the version that counts, for whoever the author trusts with uploading it. The
     * delivery room has asked whether the caller may; every reading is written down.
     */
    @Transactional
    public File copyForUpload(Caller caller, long letterId) {
        SignedLetter signed =
                current(letterId).orElseThrow(() -> audit.refuse(caller, "letter", letterId));
        byte[] bytes = blobs.read(signed.bytesOf(Rendition.UPLOAD));
        audit.record(caller, "letter.read", "letter", letterId, "upload, by an uploader");
        return new File(name(signed, Rendition.UPLOAD), bytes);
    }

    /** The letter on which this code is printed. */
    public Optional<SignedLetter> withCode(VerifyCode code) {
        return em.createQuery(
                        "select s from SignedLetter s where s.verifyCode = ?1", SignedLetter.class)
                .setParameter(1, code.toString())
                .getResultStream()
                .findFirst();
    }

    /** The letter that has this file, in either form. */
    public Optional<SignedLetter> withFile(Sha256 file) {
        return em.createQuery(
                        "select s from SignedLetter s where s.original = ?1 or s.upload = ?1",
                        SignedLetter.class)
                .setParameter(1, file.hex())
                .getResultStream()
                .findFirst();
    }

    private boolean mayRead(Caller caller, SignedLetter signed) {
        return isAuthor(caller, signed)
                || signed.state() != SignedLetter.State.WITHDRAWN
                        && letters.find(signed.letterId()).orElseThrow().mayBeReadBy(caller);
    }

    /** Before the next one is added: at no moment are there two current versions. */
    void end(SignedLetter signed, SignedLetter.State how, String reason, Instant now) {
        signed.end(how, reason, now);
        em.flush();
    }

    void add(SignedLetter signed) {
        em.persist(signed);
        em.flush();
    }

    /** Letters, digits and underscores only: services refuse other names. */
    static String name(SignedLetter signed, Rendition rendition) {
        return "Letter_"
                + FileName.asWritten(signed.authorName(), "author").replace('-', '_')
                + "_"
                + signed.id()
                + (rendition == Rendition.ORIGINAL ? "_original.pdf" : ".pdf");
    }
}

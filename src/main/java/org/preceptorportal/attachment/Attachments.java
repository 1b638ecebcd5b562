package org.preceptorportal.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterDoor;
import org.preceptorportal.preflight.PdfFacts;
import org.preceptorportal.preflight.PdfIntake;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.season.LetterPractice;
import org.preceptorportal.season.LetterPractices;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.FileName;
import org.preceptorportal.shell.Role;
import org.preceptorportal.store.Blobs;

/** The papers that learners hand in with their requests (AT-1 to AT-4). */
@ApplicationScoped
public class Attachments {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject LetterDoor door;
    @Inject Learners learners;
    @Inject PdfIntake intake;
    @Inject LetterPractices practices;
    @Inject Blobs blobs;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /** A paper as pages list it. */
    public record Shown(long id, AttachmentKind kind, int pages, Instant addedAt)
            implements Serializable {}

    /** A paper to save, under our own name. */
    public record File(String name, byte[] bytes) {}

    /**
     * Keeps a paper in place of an older one of its kind.
     *
     * @throws org.preceptorportal.preflight.PdfNotAccepted unless it is a harmless PDF
     * @throws AttachmentTooLate when the letter is signed or declined
     */
    @Transactional
    public void add(Caller caller, long letterId, AttachmentKind kind, byte[] bytes) {
        PdfFacts facts = look(bytes);
        Letter letter = open(caller, letterId);
        present(letterId, kind).ifPresent(old -> old.remove(clock.instant()));
        // The unique index knows one of a kind: the older goes first.
        em.flush();
        em.persist(
                new Attachment(
                        letter, kind, blobs.put(bytes).sha256(), facts.pages(), clock.instant()));
        audit.record(caller, "attachment.added", "letter", letterId, kind.name());
    }

    /**
     * Only looks, before anything is asked for.
     *
     * @throws org.preceptorportal.preflight.PdfNotAccepted unless it is a harmless PDF
     */
    public PdfFacts look(byte[] bytes) {
        return intake.check(bytes, limits());
    }

    /** How large and how long a paper may be this season. */
    public PdfIntake.Limits limits() {
        LetterPractice practice = practices.current();
        return new PdfIntake.Limits(practice.fileBytes(), practice.filePages());
    }

    /**
     * @throws AttachmentTooLate when the letter is signed or declined
     */
    @Transactional
    public void remove(Caller caller, long letterId, AttachmentKind kind) {
        open(caller, letterId);
        present(letterId, kind)
                .ifPresent(
                        paper -> {
                            paper.remove(clock.instant());
                            audit.record(
                                    caller, "attachment.removed", "letter", letterId, kind.name());
                        });
    }

    /** The papers of one of the caller's own requests. */
    @Transactional
    public List<Shown> mine(Caller caller, long letterId) {
        return shown(door.requested(caller, letterId).id());
    }

    /** The papers of a letter, for its author and who drafts for them. */
    @Transactional
    public List<Shown> ofLetter(Caller caller, long letterId) {
        return shown(door.drafted(caller, letterId).id());
    }

    /** One paper to save (AT-3). */
    @Transactional
    public File read(Caller caller, long id) {
        Attachment paper =
                Optional.ofNullable(em.find(Attachment.class, id))
                        .filter(Attachment::present)
                        .orElseThrow(() -> audit.refuse(caller, "attachment", id));
        if (caller.is(Role.LEARNER)) {
            door.requested(caller, paper.letterId());
        } else {
            door.drafted(caller, paper.letterId());
            audit.record(
                    caller, "attachment.read", "letter", paper.letterId(), paper.kind().name());
        }
        return new File(name(paper), blobs.read(paper.sha256()));
    }

    private Letter open(Caller caller, long letterId) {
        Letter letter = door.requestedForChange(caller, letterId);
        if (!letter.status().awaited()) {
            throw new AttachmentTooLate();
        }
        return letter;
    }

    private Optional<Attachment> present(long letterId, AttachmentKind kind) {
        return all(letterId).stream().filter(paper -> paper.kind() == kind).findFirst();
    }

    private List<Shown> shown(long letterId) {
        return all(letterId).stream()
                .map(p -> new Shown(p.id(), p.kind(), p.pages(), p.addedAt()))
                .toList();
    }

    private List<Attachment> all(long letterId) {
        return em.createQuery(
                        "select a from Attachment a where a.letterId = ?1 and a.removedAt is null"
                                + " order by a.kind",
                        Attachment.class)
                .setParameter(1, letterId)
                .getResultList();
    }

    private String name(Attachment paper) {
        Learner learner = learners.get(paper.learnerId());
        return FileName.person(learner.sortableName(), learner.code())
                + (paper.kind() == AttachmentKind.CV ? "_CV.pdf" : "_Statement.pdf");
    }
}

package org.preceptorportal.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.shell.Caller;

/** What letters said before, and how it comes back (LT-9, S9). */
@ApplicationScoped
public class LetterHistory {
    /** Who stops so long has finished a thought. */
    private static final Duration PAUSE = Duration.ofMinutes(2);

    /** Who writes on is kept as often as this. */
    private static final Duration EVERY = Duration.ofMinutes(5);

    /** Losing so many words at once is kept, whenever it happens. */
    private static final int MANY_WORDS = 15;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject LetterDoor door;
    @Inject LetterWriting writing;
    @Inject AuditTrail audit;

    /**
     * A kept version; its text is content.
     *
     * @param by who wrote it, or null where it is not known
     */
    public record Kept(long id, int number, Instant savedAt, String by, LetterText text) {
        /** Never logged: it holds the author's words. */
        @Override
        public String toString() {
            return "Kept[id=" + id + "]";
        }
    }

    /** Newest first. */
    @Transactional
    public List<Kept> of(Caller caller, long letterId) {
        Letter letter = door.drafted(caller, letterId);
        return revisions(letter.id()).stream()
                .map(r -> new Kept(r.id(), r.number(), r.savedAt(), r.savedBy(), r.text()))
                .toList();
    }

    /**
     * Brings a kept version back, as a new one; what stands there now is kept before.
     *
     * @throws LetterMovedOn unless it is being written
     * @throws StaleDraft when another version was saved since
     */
    @Transactional
    public void restore(Caller caller, long letterId, int basedOn, long revisionId) {
        Letter letter = door.draftedForChange(caller, letterId);
        LetterRevision revision =
                Optional.ofNullable(em.find(LetterRevision.class, revisionId))
                        .filter(r -> r.letterId() == letter.id())
                        .orElseThrow(() -> audit.refuse(caller, "letter revision", revisionId));
        writing.write(caller, letterId, basedOn, revision.text(), true);
        audit.record(caller, "letter.restored", "letter", letterId, "version " + revision.number());
    }

    /**
     * Keeps what the letter says, if something would be lost with it.
     *
     * @param next what it will say
     * @param always whether nothing but sameness spares it
     * @return true when it was kept
     */
    boolean keep(Letter letter, LetterText next, String by, boolean always, Instant now) {
        LetterText before = letter.text();
        if (before.isEmpty() || before.html().equals(next.html())) {
            return false;
        }
        Optional<LetterRevision> last = revisions(letter.id()).stream().findFirst();
        if (last.isPresent() && last.get().text().html().equals(before.html())) {
            return false;
        }
        if (!always && !worthKeeping(letter, before, next, by, last, now)) {
            return false;
        }
        em.persist(new LetterRevision(letter, last.map(LetterRevision::number).orElse(0) + 1, now));
        return true;
    }

    static boolean worthKeeping(
            Letter letter,
            LetterText before,
            LetterText next,
            String by,
            Optional<LetterRevision> last,
            Instant now) {
        Instant saved = letter.savedAt();
        return saved == null
                || !by.equals(letter.savedBy())
                || before.words() - next.words() >= MANY_WORDS
                || !saved.plus(PAUSE).isAfter(now)
                || last.isPresent() && !last.get().savedAt().plus(EVERY).isAfter(saved);
    }

    private List<LetterRevision> revisions(long letterId) {
        return em.createQuery(
                        "select r from LetterRevision r where r.letterId = ?1 order by r.number desc",
                        LetterRevision.class)
                .setParameter(1, letterId)
                .getResultList();
    }
}

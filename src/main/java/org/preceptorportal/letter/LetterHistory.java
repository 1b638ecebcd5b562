package org.preceptorportal.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.reports.Fact;
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

    private static final LetterSource PROSE = new LetterSource(LetterKind.WORDS, "", null);

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject LetterDoor door;
    @Inject LetterWriting writing;
    @Inject LetterSheets sheets;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /**
     * A kept version; what it says is content.
     *
     * @param by who wrote it, or null where it is not known
     * @param text its words, when it was prose
     * @param said its answers or its file, when it was not
     */
    public record Kept(
            long id,
            int number,
            Instant savedAt,
            String by,
            LetterKind kind,
            LetterText text,
            List<Fact> said) {
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
        return revisions(letter.id()).stream().map(this::shown).toList();
    }

    private Kept shown(LetterRevision r) {
        return new Kept(
                r.id(),
                r.number(),
                r.savedAt(),
                r.savedBy(),
                r.source().kind(),
                r.text(),
                sheets.said(r.source()));
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
        keepAsIs(letter);
        LetterSource made = revision.source();
        if (made.kind() == LetterKind.WORDS) {
            writing.write(caller, letterId, basedOn, revision.text(), true);
            letter.compose(made.kind(), letter.version(), caller.name(), clock.instant());
        } else {
            letter.compose(sheets.restore(letter, made), basedOn, caller.name(), clock.instant());
        }
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
        int lost = always ? MANY_WORDS : before.words() - next.words();
        return keep(letter, PROSE, lost, by, now);
    }

    /** Keeps the letter as it stands, before it is made of anything else. */
    public void keepAsIs(Letter letter) {
        keepAsIs(letter, sheets.source(letter));
    }

    /**
     * The same of what is about to go, beside the letter or in it.
     *
     * @param made of which something is
     */
    public void keepAsIs(Letter letter, LetterSource made) {
        boolean nothing =
                made.kind() == LetterKind.WORDS
                        ? letter.text().isEmpty()
                        : sheets.said(made).isEmpty();
        if (!nothing) {
            keep(letter, made, MANY_WORDS, "", clock.instant());
        }
    }

    /**
     * Keeps a letter that is no prose as it stands, if something would be lost with it.
     *
     * @param made what it is made of now
     * @param lost words, or answers, that it has more than what it will be
     * @param by who changes it
     * @return true when it was kept
     */
    public boolean keep(Letter letter, LetterSource made, int lost, String by, Instant now) {
        Optional<LetterRevision> last = revisions(letter.id()).stream().findFirst();
        if (last.filter(kept -> kept.says(letter, made)).isPresent()
                || !worthKeeping(letter, lost, by, last, now)) {
            return false;
        }
        int number = last.map(LetterRevision::number).orElse(0) + 1;
        em.persist(new LetterRevision(letter, made, number, now));
        return true;
    }

    static boolean worthKeeping(
            Letter letter, int lost, String by, Optional<LetterRevision> last, Instant now) {
        Instant saved = letter.savedAt();
        return lost >= MANY_WORDS
                || saved == null
                || !by.equals(letter.savedBy())
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

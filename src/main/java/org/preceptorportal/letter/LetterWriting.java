package org.preceptorportal.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.preceptorportal.adviser.Advisers;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.letterhead.Letterheads;
import org.preceptorportal.picture.PagePictures;
import org.preceptorportal.reports.LetterPrinter;
import org.preceptorportal.reports.Printed;
import org.preceptorportal.reports.UnprintableText;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** The author's side up to the signature: look, decide, write, see the page. */
@ApplicationScoped
public class LetterWriting {
    /** Dots an inch of a page's picture: sharp enough to read, quick enough to see at once. */
    private static final int PICTURE_DPI = 110;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject Letters letters;
    @Inject LetterDoor door;
    @Inject Advisers advisers;
    @Inject LetterSheets sheets;
    @Inject LetterHistory history;
    @Inject Letterheads letterheads;
    @Inject LetterPrinter printer;
    @Inject PagePictures pictures;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject Event<LetterDecided> decided;

    /**
     * What became of a save.
     *
     * @param version to base the next save on
     */
    public record Saved(int version, Instant at, int words) {}

    /**
     * A letterhead to choose.
     *
     * @param shared by the author's site
     */
    public record Paper(long id, String institution, boolean shared) implements Serializable {}

    /** The letters of the caller, or of whom they draft for, soonest deadline first. */
    @Transactional
    public List<DeskLetter> desk(Caller caller) {
        if (!caller.is(Role.PRECEPTOR, Role.ASSISTANT)) {
            throw audit.refuse(caller, "letter", "desk");
        }
        Set<Long> advised = advisers.advisedBy(caller);
        return letters.ofPreceptor(caller.personId()).stream()
                .filter(letter -> letter.isDraftedBy(caller))
                .filter(letter -> !advised.contains(letter.learnerId()))
                .map(letter -> DeskLetter.of(letter, sheets.learner(letter)))
                .toList();
    }

    /** The author's view of one letter, content included; an assistant's until it is signed. */
    @Transactional
    public AuthoredLetter get(Caller caller, long letterId) {
        return view(door.drafted(caller, letterId));
    }

    /** The first look locks the learner's waiver (LT-2); later looks change nothing. */
    @Transactional
    public void open(Caller caller, long letterId) {
        Letter letter = door.draftedForChange(caller, letterId);
        if (letter.status() == LetterStatus.REQUESTED) {
            letter.open(clock.instant());
            audit.record(caller, "letter.opened", "letter", letterId, "");
        }
    }

    /**
     * @throws LetterMovedOn when it was decided before
     */
    @Transactional
    public void accept(Caller caller, long letterId) {
        Letter letter = door.authoredForChange(caller, letterId);
        letter.accept(clock.instant());
        audit.record(caller, "letter.accepted", "letter", letterId, "");
        tell(letter, true);
    }

    /**
     * @param reason the author's private note, which the learner never sees; may be null
     * @throws LetterMovedOn when it was signed or declined before
     */
    @Transactional
    public void decline(Caller caller, long letterId, String reason) {
        Letter letter = door.authoredForChange(caller, letterId);
        letter.decline(reason, clock.instant());
        audit.record(caller, "letter.declined", "letter", letterId, "");
        tell(letter, false);
    }

    /**
     * Keeps the author's text (LT-3).
     *
     * @param basedOn the version the text was written on
     * @param html as the editor or a paste gives it; it is cleaned
     * @throws StaleDraft when another version was saved since: read it with {@link #get}
     * @throws LetterTooLong beyond {@link LetterText#LONGEST} characters
     */
    @Transactional
    public Saved save(Caller caller, long letterId, int basedOn, String html) {
        return write(caller, letterId, basedOn, LetterText.parse(html), false);
    }

    /**
     * Begins the text anew: with a structure's questions, or with an earlier letter's words. What
     * stood there before stays in the history.
     *
     * @param takenFrom the earlier letter, or null
     * @throws StaleDraft as {@link #save}
     */
    @Transactional
    public Saved begin(Caller caller, long letterId, int basedOn, LetterText text, Long takenFrom) {
        Saved saved = write(caller, letterId, basedOn, text, true);
        if (takenFrom == null) {
            return saved;
        }
        Letter letter = door.draftedForChange(caller, letterId);
        letter.takeFrom(door.authored(caller, takenFrom).id());
        audit.record(caller, "letter.taken-over", "letter", letterId, "from letter " + takenFrom);
        em.flush();
        return new Saved(letter.version(), saved.at(), saved.words());
    }

    Saved write(Caller caller, long letterId, int basedOn, LetterText text, boolean keepBefore) {
        Letter letter = door.draftedForChange(caller, letterId);
        Instant now = clock.instant();
        String before = letter.savedBy();
        boolean kept = history.keep(letter, text, caller.name(), keepBefore, now);
        boolean changed = letter.write(text, basedOn, caller.name(), now);
        if (kept || changed && !caller.name().equals(before)) {
            // Who drafted, without a row for every pause in typing.
            audit.record(caller, "letter.drafted", "letter", letterId, "");
        }
        em.flush();
        return new Saved(letter.version(), letter.savedAt(), text.words());
    }

    /**
     * Chooses how the page looks besides the text (LT-7).
     *
     * @param letterheadId one that the author is offered, or has already; null for the author's
     *     usual one
     * @param contextHidden leaves the facts from the records out
     * @return the new version
     */
    @Transactional
    public int look(Caller caller, long letterId, Long letterheadId, boolean contextHidden) {
        Letter letter = door.draftedForChange(caller, letterId);
        if (letterheadId != null
                && !letterheadId.equals(letter.letterheadId())
                && !letterheads.offers(letter.preceptorId(), letterheadId)) {
            throw audit.refuse(caller, "letterhead", letterheadId);
        }
        letter.look(letterheadId, contextHidden);
        em.flush();
        return letter.version();
    }

    /** What the letter may be printed on, the author's own first. */
    @Transactional
    public List<Paper> papers(Caller caller, long letterId) {
        return letterheads.offered(door.drafted(caller, letterId).preceptorId()).stream()
                .map(kept -> new Paper(kept.id(), kept.facts().institution(), kept.isShared()))
                .toList();
    }

    /**
     * @throws LetterNotSignable when there are no words yet, or a question in brackets is open
     */
    @Transactional
    public void needSignable(Caller caller, long letterId) {
        door.authored(caller, letterId).needSignable();
    }

    /**
     * The page as it would be signed today.
     *
     * @throws LetterNotPrintable when a character is in none of our fonts
     */
    @Transactional
    public byte[] preview(Caller caller, long letterId) {
        return printed(caller, letterId).pdf();
    }

    private Printed printed(Caller caller, long letterId) {
        Letter letter = door.drafted(caller, letterId);
        try {
            return printer.preview(sheets.draft(letter));
        } catch (UnprintableText e) {
            throw new LetterNotPrintable(e.characterName());
        }
    }

    /**
     * A page of {@link #preview} as PNG.
     *
     * @param page from 1
     * @throws LetterNotPrintable as {@link #preview}
     * @throws IndexOutOfBoundsException when there is no such page
     */
    @Transactional
    public byte[] picture(Caller caller, long letterId, int page) {
        return pictures.page(preview(caller, letterId), page, PICTURE_DPI);
    }

    /** How many pages {@link #preview} has. */
    @Transactional
    public int pages(Caller caller, long letterId) {
        return printed(caller, letterId).pages();
    }

    private AuthoredLetter view(Letter letter) {
        Learner learner = sheets.learner(letter);
        LetterText text = letter.text();
        return new AuthoredLetter(
                letter.id(),
                learner.fullName(),
                learner.latinName(),
                learner.medicalSchool(),
                letter.specialty(),
                letter.purpose(),
                letter.note(),
                letter.deadline(),
                letter.waiver().waived(),
                letter.status(),
                letter.requestedAt(),
                sheets.context(letter),
                text,
                letter.savedAt(),
                letter.savedBy(),
                letter.letterheadId(),
                letter.contextHidden(),
                letter.version());
    }

    private void tell(Letter letter, boolean accepted) {
        decided.fire(
                new LetterDecided(
                        letter.id(),
                        letter.tenantId(),
                        letter.preceptorId(),
                        letter.learnerId(),
                        accepted));
    }
}

package org.preceptorportal.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.reports.LetterPrinter;
import org.preceptorportal.reports.UnprintableText;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;

/** The author's side up to the signature: look, decide, write, see the page. */
@ApplicationScoped
public class LetterWriting {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject Letters letters;
    @Inject LetterDoor door;
    @Inject LetterSheets sheets;
    @Inject LetterPrinter printer;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject Event<LetterDecided> decided;

    /**
     * What became of a save.
     *
     * @param version to base the next save on
     */
    public record Saved(int version, Instant at, int words) {}

    /** The caller's letters, soonest deadline first. */
    @Transactional
    public List<DeskLetter> desk(Caller caller) {
        if (!caller.is(Role.PRECEPTOR)) {
            throw audit.refuse(caller, "letter", "desk");
        }
        return letters.ofPreceptor(caller.personId()).stream()
                .map(letter -> DeskLetter.of(letter, sheets.learner(letter)))
                .toList();
    }

    /** The author's view of one letter, content included. */
    @Transactional
    public AuthoredLetter get(Caller caller, long letterId) {
        return view(door.authored(caller, letterId));
    }

    /** The first look locks the learner's waiver (LT-2); later looks change nothing. */
    @Transactional
    public void open(Caller caller, long letterId) {
        Letter letter = door.authoredForChange(caller, letterId);
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
     * @param reason for the learner to read, or null
     * @throws LetterMovedOn when it was decided before
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
        Letter letter = door.authoredForChange(caller, letterId);
        LetterText text = LetterText.parse(html);
        letter.write(text, basedOn, clock.instant());
        em.flush();
        return new Saved(letter.version(), letter.savedAt(), text.words());
    }

    /**
     * The page as it would be signed today.
     *
     * @throws LetterNotPrintable when a character is in none of our fonts
     */
    @Transactional
    public byte[] preview(Caller caller, long letterId) {
        Letter letter = door.authored(caller, letterId);
        try {
            return printer.preview(sheets.draft(letter));
        } catch (UnprintableText e) {
            throw new LetterNotPrintable(e.characterName());
        }
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

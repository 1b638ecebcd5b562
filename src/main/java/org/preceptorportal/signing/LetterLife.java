package org.preceptorportal.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.preceptorportal.archive.ArchiveFiles;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterDoor;
import org.preceptorportal.letter.LetterHistory;
import org.preceptorportal.letter.LetterMovedOn;
import org.preceptorportal.letter.LetterSheets;
import org.preceptorportal.letter.LetterSource;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.letter.Letters;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.stepup.Proof;
import org.preceptorportal.stepup.StepUp;

/** What an author does with a letter that was signed: a new version, or none any more (SG-6). */
@ApplicationScoped
public class LetterLife {
    /** Characters of a reason. */
    public static final int LONGEST_REASON = 1000;

    @Inject LetterDoor door;
    @Inject Letters letters;
    @Inject LetterSheets sheets;
    @Inject LetterHistory history;
    @Inject SignedLetters signedLetters;
    @Inject SigningRows rows;
    @Inject ArchiveFiles archive;
    @Inject StepUp stepUp;
    @Inject Seasons seasons;
    @Inject Preceptors preceptors;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject Event<LetterWithdrawn> withdrawn;
    @Inject @Any Instance<Holders> holders;

    /**
     * A letter after signing, as its authors see it.
     *
     * @param lead whether it is the reader's own
     * @param versions the latest first; empty before it was signed
     * @param reason why it was withdrawn; null unless it was
     * @param holders who had taken it before it was withdrawn
     * @param toldLater when the mail to them leaves that waits while the season leaves programs
     *     alone; null when none waits
     * @param archived whether the latest version has an archive file
     * @param proof how the reader proves who they are
     * @param codePending whether a mailed code for this letter still works
     */
    public record Life(
            boolean lead,
            LetterStatus status,
            boolean stands,
            boolean waived,
            List<SignedLetter> versions,
            String reason,
            List<Holders.Holder> holders,
            Instant toldLater,
            boolean archived,
            Proof proof,
            boolean codePending) {

        public SignedLetter latest() {
            return versions.get(0);
        }

        public boolean withdrawn() {
            return status == LetterStatus.WITHDRAWN;
        }

        /** Whether a new version is being written or signed. */
        public boolean revising() {
            return stands && status != LetterStatus.SIGNED;
        }

        /** Whether the new version can be given up as it is. */
        public boolean droppable() {
            return stands && status == LetterStatus.DRAFTING;
        }

        /** Whether the latest version has a certificate of completion. */
        public boolean certified() {
            return latest().roundId() != null;
        }
    }

    /**
     * Begins a new version from the signed one, of its kind and with its words, answers or file.
     * The signed one stands, and programs get it, until the new one is signed.
     *
     * @throws LetterMovedOn unless the letter is signed and no new version is begun
     */
    @Transactional
    public void revise(Caller caller, long letterId) {
        Letter letter = door.authoredForChange(caller, letterId);
        SignedLetter current = current(letterId);
        LetterSource source = current.source();
        letter.revise(source.kind(), current.words(), clock.instant());
        sheets.restore(letter, source);
        audit.record(
                caller,
                "letter.revision-begun",
                "letter",
                letterId,
                "from version " + current.number());
    }

    /**
     * Gives the new version up; the signed one stays as it is, and so does what it was made of.
     * What is given up stands in the letter's history.
     *
     * @throws LetterMovedOn unless a new version is being written
     */
    @Transactional
    public void keep(Caller caller, long letterId) {
        Letter letter = door.authoredForChange(caller, letterId);
        SignedLetter current = current(letterId);
        history.keepAsIs(letter);
        // First, for it keeps what the letter says now.
        sheets.restore(letter, current.source());
        letter.keepSigned(current.source().kind(), current.words());
        audit.record(caller, "letter.revision-dropped", "letter", letterId, "");
    }

    /**
     * Mails the caller a code to withdraw the letter with; the one before stops working.
     *
     * @throws LetterMovedOn when no signed version stands
     */
    @Transactional
    public void sendCode(Caller caller, long letterId) {
        Letter letter = door.authored(caller, letterId);
        current(letterId);
        stepUp.send(caller, preceptors.get(letter.preceptorId()), letterId);
    }

    /**
     * The author no longer stands by the letter. From now on nobody but its authors gets it.
     *
     * @param reason for the authors; kept with the letter, and in no trail and no mail
     * @param code proves that it is the author (SG-3)
     * @throws SigningRefused.NoReason without a reason
     * @throws org.preceptorportal.stepup.SigningCodeRefused unless the code is right; the try is
     *     counted
     * @throws LetterMovedOn when no signed version stands
     */
    @Transactional
    public void withdraw(Caller caller, long letterId, String reason, String code) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new SigningRefused.NoReason();
        }
        Letter letter = door.authoredForChange(caller, letterId);
        SignedLetter current = current(letterId);
        stepUp.prove(letter.preceptorId(), letterId, code);
        Instant now = clock.instant();
        letter.withdraw();
        rows.open(letterId).ifPresent(round -> round.end(now));
        signedLetters.end(current, SignedLetter.State.WITHDRAWN, reason.strip(), now);
        audit.record(caller, "letter.withdrawn", "letter", letterId, "version " + current.number());
        withdrawn.fire(
                new LetterWithdrawn(
                        letterId,
                        current.id(),
                        letter.tenantId(),
                        letter.preceptorId(),
                        letter.learnerId()));
    }

    /** A letter's signed versions and what became of them; for its authors. */
    @Transactional
    public Life read(Caller caller, long letterId) {
        List<SignedLetter> versions = signedLetters.ofLetter(caller, letterId);
        Letter letter = letters.find(letterId).orElseThrow();
        boolean withdrawn = letter.status() == LetterStatus.WITHDRAWN;
        SignedLetter latest = versions.isEmpty() ? null : versions.get(0);
        return new Life(
                letter.isBy(caller),
                letter.status(),
                letter.stands(),
                letter.waiver().waived(),
                versions,
                withdrawn ? latest.endReason() : null,
                withdrawn
                        ? holders.stream().flatMap(h -> h.of(latest).stream()).toList()
                        : List.of(),
                withdrawn ? toldLater(latest.endedAt()) : null,
                latest != null && archive.newest(latest.id()).isPresent(),
                stepUp.way(caller.personId()),
                stepUp.pending(caller.personId(), letterId));
    }

    private Instant toldLater(Instant withdrawn) {
        Instant leaves = seasons.current().mayWriteToPrograms(withdrawn);
        return leaves.isAfter(clock.instant()) ? leaves : null;
    }

    private SignedLetter current(long letterId) {
        return signedLetters.current(letterId).orElseThrow(LetterMovedOn::new);
    }
}

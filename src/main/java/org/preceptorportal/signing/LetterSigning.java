package org.preceptorportal.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterDoor;
import org.preceptorportal.letter.LetterMovedOn;
import org.preceptorportal.letter.LetterNotSignable;
import org.preceptorportal.letter.LetterSheets;
import org.preceptorportal.letter.Signature;
import org.preceptorportal.letter.StaleDraft;
import org.preceptorportal.letter.VerifyCode;
import org.preceptorportal.rendition.Renditions;
import org.preceptorportal.reports.SealSlot;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.seal.Seal;
import org.preceptorportal.seal.SealNotPossible;
import org.preceptorportal.seal.Signatory;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Words;
import org.preceptorportal.signing.SignedLetter.Rendition;
import org.preceptorportal.store.Blobs;
import org.preceptorportal.store.Sha256;

/** The author signs: page, seal, copies, row, audit and event stand or fall together (SG-1, S3). */
@ApplicationScoped
public class LetterSigning {
    private static final Logger LOG = System.getLogger(LetterSigning.class.getName());
    private static final SecureRandom CHANCE = new SecureRandom();

    @Inject LetterDoor door;
    @Inject LetterSheets sheets;
    @Inject SigningCodes codes;
    @Inject SignedLetters signedLetters;
    @Inject Preceptors preceptors;
    @Inject Renditions renditions;
    @Inject Seal seal;
    @Inject Blobs blobs;
    @Inject AuditTrail audit;
    @Inject Words words;
    @Inject Clock clock;
    @Inject Event<SigningCodeIssued> codeIssued;
    @Inject Event<LetterSigned> signed;

    /** What the author's signature says; shown before, printed after. */
    public String meaning() {
        return words.say("signing", "sign.meaning");
    }

    /**
     * Mails the author a code for this letter; the one before stops working.
     *
     * @throws LetterMovedOn when it is not being written
     * @throws LetterNotSignable when the page lacks something that signing would refuse
     */
    @Transactional
    public void sendCode(Caller caller, long letterId) {
        Letter letter = door.authored(caller, letterId);
        letter.needSignable();
        sheets.needLetterhead(letter);
        String code = codes.issue(letterId);
        audit.record(caller, "letter.code-sent", "letter", letterId, "");
        codeIssued.fire(
                new SigningCodeIssued(
                        letterId,
                        caller.tenantId(),
                        preceptors.get(letter.preceptorId()).email(),
                        code));
    }

    /** True when the author has a code that still works. */
    @Transactional
    public boolean codePending(Caller caller, long letterId) {
        return codes.pending(door.authored(caller, letterId).id());
    }

    /**
     * Signs the text that was shown.
     *
     * @param shown the version the author has read
     * @param code as mailed
     * @return the signed letter's id
     * @throws StaleDraft when the text is not the one that was shown
     * @throws SigningCodeRefused unless the code is the right one; the try is counted
     * @throws LetterNotSignable when something is missing
     * @throws LetterNotSealed when no seal could be made: nothing is signed
     */
    @Transactional
    public long sign(Caller caller, long letterId, int shown, String code) {
        door.authored(caller, letterId);
        SigningCodes.Attempt attempt = codes.attempt(letterId, code);
        if (attempt.verdict() != SigningCode.Verdict.RIGHT) {
            throw new SigningCodeRefused(attempt.verdict().name().toLowerCase(Locale.ROOT));
        }
        Letter letter = door.authoredForChange(caller, letterId);
        sheets.needLetterhead(letter);
        // Whole seconds: what the page prints, the seal states and the row keeps is one moment.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        letter.sign(shown, now);
        codes.use(attempt.codeId());

        Signature signature =
                new Signature(sheets.author(letter), meaning(), now, VerifyCode.random(CHANCE));
        List<Signature> signatures = List.of(signature);
        byte[] original =
                sealed(
                        renditions.original(letter, signatures),
                        signature,
                        sheets.institution(letter));
        byte[] upload = renditions.uploadCopy(letter, signatures);
        SignedLetter row = keep(letter, signature, original, upload);

        audit.record(
                caller,
                "letter.signed",
                "letter",
                letterId,
                "version "
                        + row.number()
                        + ", original "
                        + row.bytesOf(Rendition.ORIGINAL)
                        + ", upload copy "
                        + row.bytesOf(Rendition.UPLOAD));
        signed.fire(
                new LetterSigned(
                        letterId,
                        row.id(),
                        letter.tenantId(),
                        letter.preceptorId(),
                        letter.learnerId()));
        return row.id();
    }

    private byte[] sealed(byte[] drawn, Signature signature, String institution) {
        SealSlot slot =
                SealSlot.open(
                        drawn,
                        signature.author(),
                        signature.meaning(),
                        signature.at(),
                        seal.reserve());
        byte[] original =
                slot.close(
                        seal(slot.signedBytes(), new Signatory(signature.author(), institution)));
        var verdict = seal.verify(original);
        if (!verdict.intact()) {
            throw new IllegalStateException(
                    "the sealed letter does not verify: " + verdict.fault());
        }
        return original;
    }

    private byte[] seal(byte[] bytes, Signatory author) {
        try {
            return seal.sign(bytes, author);
        } catch (SealNotPossible e) {
            LOG.log(Level.ERROR, "A letter could not be sealed; nothing was signed", e);
            throw new LetterNotSealed();
        }
    }

    private SignedLetter keep(Letter letter, Signature signature, byte[] original, byte[] upload) {
        Sha256 originalHash = blobs.put(original).sha256();
        Sha256 uploadHash = blobs.put(upload).sha256();
        int number = signedLetters.versions(letter.id()).size() + 1;
        SignedLetter row =
                new SignedLetter(
                        letter,
                        number,
                        signature,
                        sheets.learner(letter).fullName(),
                        originalHash,
                        uploadHash);
        signedLetters.add(row);
        return row;
    }
}

package org.preceptorportal.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterDeclarations;
import org.preceptorportal.letter.LetterMovedOn;
import org.preceptorportal.letter.LetterNotSignable;
import org.preceptorportal.letter.LetterSheets;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.letter.ToolDeclaration;
import org.preceptorportal.letter.VerifyCode;
import org.preceptorportal.rendition.Renditions;
import org.preceptorportal.reports.LetterPage;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.signing.SigningTable.Seat;
import org.preceptorportal.stepup.Proof;
import org.preceptorportal.stepup.StepUp;
import org.preceptorportal.store.Sha256;

/**
 * The authors sign, one after the other: page, seal, copies, rows, audit and event stand or fall
 * together (SG-1, S3).
 */
@ApplicationScoped
public class LetterSigning {
    private static final SecureRandom CHANCE = new SecureRandom();

    @Inject SigningTable table;
    @Inject SigningRows rows;
    @Inject LetterSealing sealing;
    @Inject LetterSheets sheets;
    @Inject LetterDeclarations declarations;
    @Inject StepUp stepUp;
    @Inject SignedLetters signedLetters;
    @Inject Preceptors preceptors;
    @Inject Renditions renditions;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject Event<SigningTurn> turn;
    @Inject Event<LetterSigned> signed;

    /**
     * Mails the caller a code for this letter; the one before stops working.
     *
     * @throws LetterMovedOn when it is not there to be signed
     * @throws SigningRefused.NotYourTurn when another author signs before
     * @throws LetterNotSignable when the page lacks something that signing would refuse
     * @throws SigningRefused.NoChair when a chair's letter has no chair to sign it
     * @throws SigningRefused.ChairNotLast when the chair would not be the last to sign
     */
    @Transactional
    public void sendCode(Caller caller, long letterId) {
        Seat seat = table.seat(caller, letterId);
        needReady(seat);
        if (seat.round().isEmpty()) {
            sheets.needLetterhead(seat.letter());
        }
        declared(seat);
        needTurn(seat);
        stepUp.send(caller, preceptors.get(seat.signer().preceptorId()), letterId);
    }

    /**
     * Signs what was shown. With the last author's signature the letter is signed.
     *
     * @return the signed letter's id; null while other authors are still to sign
     * @throws SigningRefused.NotAgreed unless the meaning was ticked
     * @throws org.preceptorportal.stepup.SigningCodeRefused unless the code is right; the try is
     *     counted
     * @throws SigningRefused.NotYourTurn when another author signs before
     * @throws SigningRefused.PageChanged when the pages are not those that were shown
     * @throws LetterNotSignable when something is missing
     * @throws LetterNotSealed when no seal could be made: nothing is signed
     * @throws SigningRefused.NotKept when the file could not be stored: nothing is signed
     */
    @Transactional
    public Long sign(Caller caller, long letterId, SigningAct act) {
        // From here on alone: tries for a letter come one after the other.
        Seat seat = table.seatForChange(caller, letterId);
        needReady(seat);
        Optional<ToolDeclaration> declared = declared(seat);
        needTurn(seat);
        if (!act.agreed()) {
            throw new SigningRefused.NotAgreed();
        }
        Shown shown = shown(seat);
        shown.page().ifPresent(page -> LetterSheets.needReachable(page.letterhead()));
        if (!shown.name().hex().equals(act.shown())) {
            throw new SigningRefused.PageChanged();
        }
        Proof proof = stepUp.prove(seat.signer().preceptorId(), letterId, act.code());
        // Whole seconds: what the page prints, the seal states and the row keeps is one moment.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<SignedLetter> versions =
                seat.letter().stands() ? signedLetters.versions(letterId) : List.of();
        Signed done =
                shown.page()
                        .map(page -> first(seat, page, versions.size() + 1, now))
                        .orElseGet(() -> next(seat, now));
        SigningRound round = done.round();
        AuthorSignature signature =
                new AuthorSignature(
                        round,
                        seat.signer(),
                        table.meaning(seat),
                        now,
                        proof,
                        declared.orElse(null),
                        caller.address(),
                        shown.name(),
                        round.file());
        rows.add(signature);
        if (!last(seat)) {
            fireTurn(seat, round);
            written(caller, done, signature);
            return null;
        }
        return finish(caller, seat, done, signature, versions);
    }

    /** A round with a signature more, and the files that are not yet durable. */
    private record Signed(SigningRound round, LetterSealing.Sealed files) {}

    private Signed first(Seat seat, LetterPage page, int number, Instant now) {
        Letter letter = seat.letter();
        VerifyCode code = VerifyCode.random(CHANCE);
        LetterSealing.Sealed files = sealing.first(seat, page, code, now);
        SigningRound round =
                new SigningRound(
                        letter,
                        number,
                        seat.signers().size(),
                        code,
                        files.file(),
                        files.upload(),
                        files.plain(),
                        now);
        if (last(seat)) {
            round.finish(now);
        } else {
            letter.freeze();
        }
        rows.add(round);
        return new Signed(round, files);
    }

    private Signed next(Seat seat, Instant now) {
        SigningRound round = seat.round().orElseThrow();
        LetterSealing.Sealed files = sealing.next(seat, round, now);
        round.append(files.file());
        if (last(seat)) {
            round.finish(now);
        }
        return new Signed(round, files);
    }

    private static boolean last(Seat seat) {
        return seat.signer().place() == seat.signers().size();
    }

    private Long finish(
            Caller caller,
            Seat seat,
            Signed done,
            AuthorSignature signature,
            List<SignedLetter> versions) {
        Letter letter = seat.letter();
        SigningRound round = done.round();
        Instant now = signature.at();
        letter.sign(now);
        Optional<SignedLetter> old =
                versions.stream().filter(v -> v.state() == SignedLetter.State.CURRENT).findFirst();
        old.ifPresent(
                before -> signedLetters.end(before, SignedLetter.State.SUPERSEDED, null, now));
        SignedLetter row =
                new SignedLetter(
                        letter,
                        round,
                        seat.signatures().isEmpty() ? signature : seat.signatures().get(0),
                        sheets.learner(letter).fullName(),
                        letter.text(),
                        sheets.source(letter),
                        now);
        signedLetters.add(row);
        signed.fire(new LetterSigned(row.id(), row.tenantId()));
        written(caller, done, signature);
        old.ifPresent(
                before ->
                        audit.record(
                                caller,
                                "letter.superseded",
                                "letter",
                                letter.id(),
                                "version " + before.number() + " by version " + row.number()));
        return row.id();
    }

    /**
     * The trail comes last, when nothing is left to wait for but the commit: its chain is one, and
     * held until then.
     */
    private void written(Caller caller, Signed done, AuthorSignature signature) {
        sealing.need(done.files());
        SigningRound round = done.round();
        audit.record(caller, "letter.signed", "letter", round.letterId(), detail(round, signature));
    }

    private void needReady(Seat seat) {
        if (seat.round().isPresent()) {
            return;
        }
        if (!seat.lead()) {
            throw seat.letter().status() == LetterStatus.DRAFTING
                    ? new SigningRefused.NotYourTurn(seat.signers().get(0).name())
                    : new LetterMovedOn();
        }
        seat.letter().needSignable();
        sheets.needComplete(seat.letter());
        ChairRule.fault(seat.letter().chair(), seat.signers())
                .ifPresent(
                        fault -> {
                            throw fault;
                        });
    }

    /** What the first author must have said of tools that write (letter's LT-10). */
    private Optional<ToolDeclaration> declared(Seat seat) {
        return seat.round().isEmpty()
                ? Optional.of(declarations.need(seat.letter()))
                : Optional.empty();
    }

    private static void needTurn(Seat seat) {
        if (!seat.turn()) {
            throw seat.next()
                    .<RuntimeException>map(next -> new SigningRefused.NotYourTurn(next.name()))
                    .orElseGet(LetterMovedOn::new);
        }
    }

    /**
     * What the author sees: the file as it is, or everything that would stand on the page.
     *
     * @param page empty once the file stands
     */
    private record Shown(Sha256 name, Optional<LetterPage> page) {}

    private Shown shown(Seat seat) {
        if (seat.round().isPresent()) {
            return new Shown(seat.round().get().file(), Optional.empty());
        }
        LetterPage page = renditions.page(seat.letter(), table.signatures(seat, null, null));
        return new Shown(renditions.mark(seat.letter(), page), Optional.of(page));
    }

    private void fireTurn(Seat seat, SigningRound round) {
        Signer next = seat.signers().get(seat.signer().place());
        turn.fire(
                new SigningTurn(
                        round.letterId(),
                        round.id(),
                        round.tenantId(),
                        next.preceptorId(),
                        seat.letter().preceptorId(),
                        seat.letter().learnerId()));
    }

    private static String detail(SigningRound round, AuthorSignature signature) {
        return "version "
                + round.number()
                + (round.authors() == 1
                        ? ""
                        : ", author " + signature.place() + " of " + round.authors())
                + (signature.proof() == Proof.AUTHENTICATOR ? ", by app" : "")
                + ", original "
                + round.file()
                + ", upload copy "
                + round.upload();
    }
}

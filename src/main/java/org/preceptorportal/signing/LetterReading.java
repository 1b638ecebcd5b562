package org.preceptorportal.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterDeclarations;
import org.preceptorportal.letter.LetterKind;
import org.preceptorportal.letter.LetterMovedOn;
import org.preceptorportal.letter.LetterNotPrintable;
import org.preceptorportal.letter.LetterSheets;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.letter.LetterText;
import org.preceptorportal.letter.ToolDeclaration;
import org.preceptorportal.preflight.PdfPictures;
import org.preceptorportal.rendition.Renditions;
import org.preceptorportal.reports.LetterPage;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Words;
import org.preceptorportal.signing.SigningTable.Seat;
import org.preceptorportal.stepup.StepUp;
import org.preceptorportal.store.Blobs;

/** The authors read what they are about to sign (SG-5). */
@ApplicationScoped
public class LetterReading {
    @Inject SigningTable table;
    @Inject LetterSheets sheets;
    @Inject LetterDeclarations declarations;
    @Inject StepUp stepUp;
    @Inject Renditions renditions;
    @Inject PdfPictures pictures;
    @Inject Blobs blobs;
    @Inject AuditTrail audit;
    @Inject Words words;

    /**
     * What the caller is about to sign, or has signed while others have not. A co-author sees the
     * words from the first author's signature on.
     */
    @Transactional
    public Reading read(Caller caller, long letterId) {
        Seat seat = table.seat(caller, letterId);
        Letter letter = seat.letter();
        Learner learner = sheets.learner(letter);
        long self = seat.signer().preceptorId();
        boolean open =
                seat.round().isPresent() || seat.lead() && letter.status() == LetterStatus.DRAFTING;
        Optional<String> fault = open ? fault(seat) : Optional.empty();
        Sight sight = Sight.NONE;
        if (open) {
            try {
                sight = sight(seat);
            } catch (LetterNotPrintable e) {
                fault = Optional.of(words.why(e));
            }
        }
        return new Reading(
                letterId,
                learner.fullName(),
                learner.latinName(),
                letter.specialty(),
                letter.status(),
                seat.lead(),
                open && seat.turn(),
                seat.round().isPresent(),
                seat.signers().stream().map(s -> author(s, seat)).toList(),
                sight.text(),
                sight.plain(),
                sight.pages(),
                sight.shown(),
                table.meaning(seat),
                seat.lead()
                        ? declarations.of(caller, letterId).map(ToolDeclaration::tools).orElse(null)
                        : null,
                stepUp.way(self),
                fault.orElse(null),
                stepUp.pending(self, letterId));
    }

    /**
     * The pages that the caller is about to sign: before the first signature as they would be drawn
     * now, after it the very file. A co-author's reading is written down.
     *
     * @throws org.preceptorportal.letter.LetterNotPrintable when a character is in none of our
     *     fonts
     */
    @Transactional
    public byte[] pages(Caller caller, long letterId) {
        Seat seat = table.seat(caller, letterId);
        if (seat.round().isPresent()) {
            if (!seat.lead()) {
                audit.record(caller, "letter.read", "letter", letterId, "to sign");
            }
            return blobs.read(seat.round().get().file());
        }
        // Shown before all is said that signing asks for: a page is read first.
        if (!seat.lead() || seat.letter().status() != LetterStatus.DRAFTING) {
            throw new LetterMovedOn();
        }
        return renditions.proposed(seat.letter(), table.signatures(seat, null, null)).pdf();
    }

    /**
     * One of {@link #pages} as a picture, for screens that show no PDF.
     *
     * @param page from 1
     * @return PNG
     * @throws IndexOutOfBoundsException when there is no such page
     */
    @Transactional
    public byte[] picture(Caller caller, long letterId, int page) {
        return pictures.page(pages(caller, letterId), page);
    }

    private Optional<String> fault(Seat seat) {
        return seat.lead() && seat.round().isEmpty()
                ? ChairRule.fault(seat.letter().chair(), seat.signers()).map(words::why)
                : Optional.empty();
    }

    /** What an author reads before signing; as in {@link Reading}. */
    private record Sight(LetterText text, String plain, int pages, String shown) {
        static final Sight NONE = new Sight(null, null, 0, null);
    }

    private Sight sight(Seat seat) {
        Letter letter = seat.letter();
        LetterPage page = renditions.page(letter, table.signatures(seat, null, null));
        boolean prose = letter.kind() == LetterKind.WORDS;
        return new Sight(
                prose ? letter.text() : null,
                prose ? null : renditions.words(letter, page),
                seat.round()
                        .map(round -> pictures.pages(blobs.read(round.file())))
                        .orElseGet(() -> renditions.proposed(letter, page).pages()),
                seat.round()
                        .map(SigningRound::file)
                        .orElseGet(() -> renditions.mark(letter, page))
                        .hex());
    }

    private static Reading.Author author(Signer signer, Seat seat) {
        return new Reading.Author(
                signer.preceptorId(),
                signer.place(),
                signer.name(),
                signer.title(),
                signer.chair(),
                seat.signatures().stream()
                        .filter(s -> s.place() == signer.place())
                        .map(AuthorSignature::at)
                        .findFirst()
                        .orElse(null));
    }
}

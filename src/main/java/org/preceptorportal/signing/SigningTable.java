package org.preceptorportal.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.adviser.Advisers;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.letter.Letters;
import org.preceptorportal.letter.Signature;
import org.preceptorportal.letter.VerifyCode;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.roster.Site;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Words;

/**
 * Who signs a letter, in which order, and who of them is asking: the door of a letter's authors.
 * Everybody else is refused and written down.
 */
@ApplicationScoped
class SigningTable {
    @Inject Letters letters;
    @Inject SigningRows rows;
    @Inject Rotations rotations;
    @Inject Preceptors preceptors;
    @Inject Sites sites;
    @Inject Advisers advisers;
    @Inject AuditTrail audit;
    @Inject Words words;

    /**
     * An author's place at a letter.
     *
     * @param round the one that is under way
     * @param signatures of that round
     */
    record Seat(
            Letter letter,
            Signer signer,
            List<Signer> signers,
            Optional<SigningRound> round,
            List<AuthorSignature> signatures) {

        /** The author who was asked; the letter is theirs. */
        boolean lead() {
            return signer.place() == 1;
        }

        /** Whether this author is the next to sign. */
        boolean turn() {
            return signer.place() == signatures.size() + 1;
        }

        Optional<Signer> next() {
            return signatures.size() < signers.size()
                    ? Optional.of(signers.get(signatures.size()))
                    : Optional.empty();
        }
    }

    /** The caller's place; refused to everybody who does not sign this letter. */
    Seat seat(Caller caller, long letterId) {
        return seat(caller, letterId, letters.find(letterId));
    }

    /** The same, to change something: two authors come one after the other. */
    Seat seatForChange(Caller caller, long letterId) {
        return seat(caller, letterId, letters.findForChange(letterId));
    }

    private Seat seat(Caller caller, long letterId, Optional<Letter> found) {
        Letter letter =
                found.filter(l -> l.tenantId() == caller.tenantId())
                        .filter(l -> caller.is(Role.PRECEPTOR))
                        .orElseThrow(() -> audit.refuse(caller, "letter", letterId));
        rotations.bring(letter.rotationId());
        List<Signer> signers = signers(letter);
        Signer own =
                signers.stream()
                        .filter(s -> caller.isPerson(Role.PRECEPTOR, s.preceptorId()))
                        .findFirst()
                        .orElseThrow(() -> audit.refuse(caller, "letter", letterId));
        advisers.needNotAdvise(caller, letter.learnerId());
        // Under way only while the letter says so.
        Optional<SigningRound> round =
                letter.status() == LetterStatus.SIGNING ? rows.open(letterId) : Optional.empty();
        return new Seat(
                letter,
                own,
                signers,
                round,
                round.map(r -> rows.signatures(r.id())).orElse(List.of()));
    }

    /** All authors of a letter: the one who was asked first, then the invited in their order. */
    List<Signer> signers(Letter letter) {
        List<Signer> all = new ArrayList<>();
        all.add(signer(letter.preceptorId(), 1, letter.chair() == Letter.Chair.AUTHOR));
        for (CoAuthor invited : rows.coAuthors(letter.id())) {
            if (invited.invited()) {
                all.add(signer(invited.preceptorId(), all.size() + 1, invited.chair()));
            }
        }
        return all;
    }

    /**
     * The signatures as the page shows them, in their order.
     *
     * @param first when the first author signs; null while nobody has
     * @param code printed on the page; null as before
     */
    List<Signature> signatures(Seat seat, Instant first, VerifyCode code) {
        List<Signature> all = new ArrayList<>();
        for (Signer signer : seat.signers()) {
            all.add(
                    new Signature(
                            signer.name(),
                            signer.title(),
                            meaning(signer.place() == 1),
                            signer.place() == 1 ? first : null,
                            code));
        }
        return all;
    }

    /** The sentence that an author ticks. */
    String meaning(Seat seat) {
        return meaning(seat.lead());
    }

    private String meaning(boolean lead) {
        return words.say("signing", lead ? "sign.meaning" : "sign.meaningTogether");
    }

    private Signer signer(long preceptorId, int place, boolean chair) {
        Preceptor person = preceptors.get(preceptorId);
        Site site = sites.get(person.siteId());
        String title = blank(person.title()) ? person.specialty() : person.title();
        return new Signer(
                preceptorId,
                place,
                person.signatureName(),
                chair ? words.say("signing", "page.chair", title) : title,
                site.name(),
                chair,
                site.timeZone());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}

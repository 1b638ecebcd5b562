package org.preceptorportal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.preceptorportal.asking.LetterRequested;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterDecided;
import org.preceptorportal.letter.Letters;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.shell.Dates;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.Words;
import org.preceptorportal.signing.CoAuthorDeclined;
import org.preceptorportal.signing.LetterWithdrawn;
import org.preceptorportal.signing.SignedLetter;
import org.preceptorportal.signing.SignedLetters;
import org.preceptorportal.signing.SigningTurn;
import org.preceptorportal.stepup.Proof;
import org.preceptorportal.stepup.SigningCodeIssued;
import org.preceptorportal.stepup.StepUpChanged;

/**
 * What is written when something happened to a letter, in its transaction (NO-2). No mail says
 * anything of a letter's content (S1).
 */
@ApplicationScoped
public class LetterMails {
    private static final String DESK = "/letter/desk";
    private static final String MINE = "/asking/mine";

    @Inject Letterbox letterbox;
    @Inject Outbox outbox;
    @Inject Letters letters;
    @Inject SignedLetters signedLetters;
    @Inject Learners learners;
    @Inject Preceptors preceptors;
    @Inject Tenants tenants;
    @Inject Dates dates;
    @Inject Words words;
    @Inject Clock clock;

    void requested(@Observes LetterRequested event) {
        Preceptor preceptor = preceptors.get(event.preceptorId());
        Learner learner = learners.get(event.learnerId());
        toPreceptor(
                preceptor, "letter-requested:" + event.letterId(), "requested", learner.fullName());
    }

    /** Fired once for each code; the moment tells two codes for one letter apart. */
    void code(@Observes SigningCodeIssued event) {
        String kind = event.letterId() == null ? "mail.codeForSettings" : "mail.code";
        outbox.send(
                event.tenantId(),
                "signing-code:" + event.letterId() + ":" + clock.instant(),
                event.recipient(),
                words.say("notify", kind + ".subject"),
                words.say(
                        "notify",
                        kind + ".body",
                        event.code(),
                        tenants.get(event.tenantId()).name()));
    }

    void decided(@Observes LetterDecided event) {
        Preceptor preceptor = preceptors.get(event.preceptorId());
        toLearner(
                learners.get(event.learnerId()),
                // An author who accepted may still decline later.
                "letter-decided:" + event.letterId() + (event.accepted() ? "" : ":declined"),
                event.accepted() ? "accepted" : "declined",
                preceptor.signatureName());
    }

    /** A moment after it was signed ({@link LetterNews}). */
    void signed(SignedLetter signed) {
        Letter letter = letters.find(signed.letterId()).orElseThrow();
        Preceptor preceptor = preceptors.get(letter.preceptorId());
        Learner learner = learners.get(letter.learnerId());
        String key = "letter-signed:" + signed.id();
        toPreceptor(preceptor, key, "signed", learner.fullName());
        ZoneId zone = tenants.get(signed.tenantId()).zone();
        toLearner(
                learner,
                key,
                "signedForLearner",
                preceptor.signatureName(),
                dates.day(LocalDate.ofInstant(signed.signedAt(), zone)));
    }

    /** A co-author's turn: the link leads to the pages. */
    void turn(@Observes SigningTurn event) {
        Preceptor next = preceptors.get(event.preceptorId());
        letterbox.mail(
                event.tenantId(),
                "signing-turn:" + event.roundId() + ":" + event.preceptorId(),
                Role.PRECEPTOR,
                next.id(),
                next.email(),
                "turn",
                "/signing/sign?id=" + event.letterId(),
                next.fullName(),
                preceptors.get(event.leadId()).signatureName(),
                learners.get(event.learnerId()).fullName());
    }

    /** Without the reason: it is for the author's eyes, in the portal. */
    void coAuthorDeclined(@Observes CoAuthorDeclined event) {
        Preceptor lead = preceptors.get(event.leadId());
        letterbox.mail(
                event.tenantId(),
                "co-author-declined:" + event.roundId(),
                Role.PRECEPTOR,
                lead.id(),
                lead.email(),
                "coAuthorDeclined",
                "/signing/authors?id=" + event.letterId(),
                lead.fullName(),
                preceptors.get(event.preceptorId()).signatureName(),
                learners.get(event.learnerId()).fullName());
    }

    /** Without the reason: the learner may have waived, and a mail is no place for it. */
    void withdrawn(@Observes LetterWithdrawn event) {
        Preceptor author = preceptors.get(event.preceptorId());
        Learner learner = learners.get(event.learnerId());
        String key = "letter-withdrawn:" + event.signedLetterId();
        toPreceptor(author, key, "withdrawn", learner.fullName());
        toLearner(learner, key, "withdrawnForLearner", author.signatureName());
        signedLetters.find(event.signedLetterId()).stream()
                .flatMap(signed -> signedLetters.signatures(signed).stream())
                .map(signature -> preceptors.get(signature.preceptorId()))
                .filter(each -> !each.id().equals(author.id()))
                .forEach(each -> withdrawnForCoAuthor(each, event, author, learner));
    }

    private void withdrawnForCoAuthor(
            Preceptor coAuthor, LetterWithdrawn event, Preceptor author, Learner learner) {
        letterbox.mail(
                event.tenantId(),
                "letter-withdrawn:" + event.signedLetterId() + ":" + coAuthor.id(),
                Role.PRECEPTOR,
                coAuthor.id(),
                coAuthor.email(),
                "withdrawnForCoAuthor",
                "/signing/signed?id=" + event.letterId(),
                coAuthor.fullName(),
                author.signatureName(),
                learner.fullName());
    }

    /** So that nobody's way of signing changes without their knowing. */
    void stepUpChanged(@Observes StepUpChanged event) {
        Preceptor preceptor = preceptors.get(event.preceptorId());
        letterbox.mail(
                event.tenantId(),
                "stepup:" + event.preceptorId() + ":" + event.at(),
                Role.PRECEPTOR,
                preceptor.id(),
                preceptor.email(),
                event.now() == Proof.AUTHENTICATOR ? "appOn" : "appOff",
                "/stepup/settings",
                preceptor.fullName());
    }

    private void toPreceptor(Preceptor preceptor, String key, String kind, String learner) {
        letterbox.mail(
                preceptor.tenantId(),
                key,
                Role.PRECEPTOR,
                preceptor.id(),
                preceptor.email(),
                kind,
                DESK,
                preceptor.fullName(),
                learner);
    }

    private void toLearner(Learner learner, String key, String kind, Object... facts) {
        Object[] all = new Object[facts.length + 1];
        all[0] = learner.fullName();
        System.arraycopy(facts, 0, all, 1, facts.length);
        letterbox.mail(
                learner.tenantId(),
                key,
                Role.LEARNER,
                learner.id(),
                learner.email(),
                kind,
                MINE,
                all);
    }
}

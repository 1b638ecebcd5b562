package org.preceptorportal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.preceptorportal.asking.LetterRequested;
import org.preceptorportal.letter.LetterDecided;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.shell.Dates;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.Words;
import org.preceptorportal.signing.LetterSigned;
import org.preceptorportal.signing.SigningCodeIssued;

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
        outbox.send(
                event.tenantId(),
                "signing-code:" + event.letterId() + ":" + clock.instant(),
                event.recipient(),
                words.say("notify", "mail.code.subject"),
                words.say(
                        "notify",
                        "mail.code.body",
                        event.code(),
                        tenants.get(event.tenantId()).name()));
    }

    void decided(@Observes LetterDecided event) {
        Preceptor preceptor = preceptors.get(event.preceptorId());
        toLearner(
                learners.get(event.learnerId()),
                "letter-decided:" + event.letterId(),
                event.accepted() ? "accepted" : "declined",
                preceptor.signatureName());
    }

    void signed(@Observes LetterSigned event) {
        Preceptor preceptor = preceptors.get(event.preceptorId());
        Learner learner = learners.get(event.learnerId());
        String key = "letter-signed:" + event.signedLetterId();
        toPreceptor(preceptor, key, "signed", learner.fullName());
        ZoneId zone = tenants.get(event.tenantId()).zone();
        toLearner(
                learner,
                key,
                "signedForLearner",
                preceptor.signatureName(),
                dates.day(LocalDate.ofInstant(clock.instant(), zone)));
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

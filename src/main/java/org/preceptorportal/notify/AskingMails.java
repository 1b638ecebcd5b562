package org.preceptorportal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.preceptorportal.asking.LetterNudged;
import org.preceptorportal.asking.LetterThanked;
import org.preceptorportal.delivery.DesigneeInvited;
import org.preceptorportal.delivery.LetterUploaded;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.shell.Words;

/**
 * What is written around the asking for a letter and its delivery, in the transaction of what
 * happened (NO-2): nudges, thanks, uploads. The words of a learner's thanks stay in the portal.
 */
@ApplicationScoped
public class AskingMails {
    @Inject Letterbox letterbox;
    @Inject Outbox outbox;
    @Inject Doorway doorway;
    @Inject Learners learners;
    @Inject Preceptors preceptors;
    @Inject Tenants tenants;
    @Inject Words words;

    void nudged(@Observes LetterNudged event) {
        Preceptor preceptor = preceptors.get(event.preceptorId());
        letterbox.mail(
                event.tenantId(),
                "letter-nudge:" + event.nudgeId(),
                Role.PRECEPTOR,
                preceptor.id(),
                preceptor.email(),
                "nudged",
                "/asking/open?id=" + event.letterId(),
                preceptor.fullName(),
                learners.get(event.learnerId()).fullName());
    }

    void thanked(@Observes LetterThanked event) {
        Preceptor preceptor = preceptors.get(event.preceptorId());
        letterbox.mail(
                event.tenantId(),
                "letter-thanks:" + event.letterId(),
                Role.PRECEPTOR,
                preceptor.id(),
                preceptor.email(),
                "thanked",
                "/asking/open?id=" + event.letterId(),
                preceptor.fullName(),
                learners.get(event.learnerId()).fullName());
    }

    void uploaded(@Observes LetterUploaded event) {
        letterbox.mail(
                event.tenantId(),
                "letter-uploaded:" + event.signedLetterId() + ":" + event.service(),
                Role.LEARNER,
                event.learnerId(),
                learners.get(event.learnerId()).email(),
                "uploaded",
                "/asking/letter?id=" + event.letterId(),
                learners.get(event.learnerId()).fullName(),
                preceptors.get(event.preceptorId()).signatureName(),
                event.service());
    }

    /** To somebody who is in no roster. */
    void asked(@Observes DesigneeInvited event) {
        outbox.send(
                event.tenantId(),
                "designee-invited:" + event.designeeId(),
                event.email(),
                words.say("notify", "mail.designee.subject"),
                words.say(
                                "notify",
                                "mail.designee.body",
                                event.name(),
                                preceptors.get(event.preceptorId()).signatureName(),
                                learners.get(event.learnerId()).fullName(),
                                doorway.designeeLink(
                                        event.tenantId(),
                                        event.name(),
                                        event.email(),
                                        "/delivery/steps?letter=" + event.letterId()))
                        + words.say("notify", "mail.foot", tenants.get(event.tenantId()).name()));
    }
}

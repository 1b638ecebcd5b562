package org.preceptorportal.asking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.preceptorportal.adviser.AdviserMarked;
import org.preceptorportal.adviser.AdviserRefused;
import org.preceptorportal.attachment.Attachments;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.delivery.LetterIds;
import org.preceptorportal.evaluation.SubmittedEvaluation;
import org.preceptorportal.evaluation.SubmittedEvaluations;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterDoor;
import org.preceptorportal.letter.LetterSheets;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.letter.Letters;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Preceptor;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.season.LetterPractices;
import org.preceptorportal.shell.Caller;

/** The preceptor's side of a request: all of it on one page, and "later" (AK-5). */
@ApplicationScoped
public class LetterAnswering {
    @Inject LetterDoor door;
    @Inject Letters letters;
    @Inject LetterSheets sheets;
    @Inject Asks asks;
    @Inject Attachments attachments;
    @Inject LetterIds ids;
    @Inject SubmittedEvaluations evaluations;
    @Inject Preceptors preceptors;
    @Inject Sites sites;
    @Inject LetterPractices practices;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /** A request, for its preceptor and who drafts for them. */
    @Transactional
    public AskedLetter get(Caller caller, long letterId) {
        Letter letter = door.drafted(caller, letterId);
        Learner learner = sheets.learner(letter);
        Ask ask = asks.of(letterId);
        ZoneId zone = zone(letter);
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return new AskedLetter(
                letter.id(),
                learner.fullName(),
                learner.latinName(),
                learner.medicalSchool(),
                letter.specialty(),
                letter.purpose(),
                letter.note(),
                ask.reason(),
                ask.facts(),
                ask.chairLetter(),
                ids.of(letterId).orElse(null),
                letter.deadline(),
                letter.deadline() == null
                        ? null
                        : ChronoUnit.DAYS.between(today, letter.deadline()),
                LetterFollowing.isShort(
                        practices.current(),
                        LocalDate.ofInstant(letter.requestedAt(), zone),
                        letter.deadline()),
                letter.waiver().waived(),
                letter.waiver().at(),
                letter.status(),
                letter.requestedAt(),
                ask.snoozedUntil(),
                sheets.context(letter),
                attachments.ofLetter(caller, letterId),
                evaluationsOf(letter),
                letter.isBy(caller) ? letter.declineReason() : null,
                asks.thanks(letterId).map(Thanks::words).orElse(null));
    }

    private List<Long> evaluationsOf(Letter letter) {
        return evaluations.ofLearner(letter.learnerId()).stream()
                .filter(e -> e.rotationId() == letter.rotationId())
                .filter(e -> e.preceptorId() == letter.preceptorId())
                .map(SubmittedEvaluation::id)
                .toList();
    }

    /**
     * Puts the request off the start page until a day. The learner is not told.
     *
     * @throws AskRefused when the day is not ahead, or later than the letter is needed, or the
     *     letter is decided on
     */
    @Transactional
    public void later(Caller caller, long letterId, LocalDate until) {
        Letter letter = door.authoredForChange(caller, letterId);
        if (letter.status() != LetterStatus.OPENED) {
            throw new AskRefused("later.decided");
        }
        LocalDate today = LocalDate.now(clock.withZone(zone(letter)));
        if (until == null
                || !until.isAfter(today)
                || letter.deadline() != null && until.isAfter(letter.deadline())) {
            throw new AskRefused("later.day");
        }
        Ask ask = asks.of(letterId);
        ask.snooze(until);
        asks.keep(ask);
        audit.record(caller, "letter.snoozed", "letter", letterId, "until " + until);
    }

    /** Until when a request is put off; null when it is not. */
    LocalDate snoozedUntil(long letterId) {
        return asks.of(letterId).snoozedUntil();
    }

    /** AD-4: who writes about a learner knows what the letter says, and so cannot be an adviser. */
    void marked(@Observes AdviserMarked event) {
        for (Preceptor preceptor : preceptors.byEmail(event.email())) {
            boolean writes =
                    preceptor.tenantId() == event.tenantId()
                            && letters.ofLearner(event.learnerId()).stream()
                                    .filter(l -> l.status() != LetterStatus.DECLINED)
                                    .anyMatch(l -> l.preceptorId() == preceptor.id());
            if (writes) {
                throw new AdviserRefused("author", event.name(), event.learnerName());
            }
        }
    }

    private ZoneId zone(Letter letter) {
        return sites.get(preceptors.get(letter.preceptorId()).siteId()).timeZone();
    }
}

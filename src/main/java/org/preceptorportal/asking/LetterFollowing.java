package org.preceptorportal.asking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.preceptorportal.asking.LetterProgress.NudgeState;
import org.preceptorportal.asking.LetterProgress.NudgeWord;
import org.preceptorportal.attachment.Attachments;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.delivery.LetterIds;
import org.preceptorportal.delivery.Uploads;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterDoor;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.release.Releases;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.season.LetterPractice;
import org.preceptorportal.season.LetterPractices;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.signing.SignedLetter;
import org.preceptorportal.signing.SignedLetters;

/** What a learner does after asking: look, remind, thank, take a waiver back (AK-1, AK-3, AK-4). */
@ApplicationScoped
public class LetterFollowing {
    static final int LONGEST_THANKS = 1000;

    @Inject LetterRequesting requesting;
    @Inject LetterDoor door;
    @Inject Asks asks;
    @Inject Attachments attachments;
    @Inject LetterIds ids;
    @Inject Uploads uploads;
    @Inject Releases releases;
    @Inject SignedLetters signedLetters;
    @Inject Preceptors preceptors;
    @Inject Sites sites;
    @Inject LetterPractices practices;
    @Inject NudgeHour hour;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject Event<LetterThanked> thanked;

    /** One of the caller's own letters, from asking to the programs. */
    @Transactional
    public LetterProgress progress(Caller caller, long letterId) {
        Letter letter = door.requested(caller, letterId);
        LocalDate today = today(letter);
        return new LetterProgress(
                requesting.mine(caller, letterId),
                letter.openedAt(),
                ids.of(letterId).orElse(null),
                attachments.mine(caller, letterId),
                uploads.ofLetter(letterId),
                releases.firstOfLetter(letterId).orElse(null),
                withdrawnAt(letter),
                letter.deadline() == null
                        ? null
                        : ChronoUnit.DAYS.between(today, letter.deadline()),
                isShort(practices.current(), asked(letter), letter.deadline()),
                nudgeState(letter, today),
                asks.thanks(letterId).map(Thanks::thankedAt).orElse(null));
    }

    /** Whether a writer would get less time than writers need. */
    static boolean isShort(LetterPractice practice, LocalDate from, LocalDate deadline) {
        return deadline != null && deadline.isBefore(from.plusWeeks(practice.leadWeeks()));
    }

    /**
     * Gives the number by which ERAS knows the letter, or takes it back.
     *
     * @param typed as people type it; null or blank for none
     */
    @Transactional
    public void giveLetterId(Caller caller, long letterId, String typed) {
        Letter letter = door.requestedForChange(caller, letterId);
        ids.give(letter.id(), typed);
        audit.record(caller, "letter.id-given", "letter", letterId, "");
    }

    /**
     * Reminds the author, now or when the quiet hours are over.
     *
     * @return false when it has to wait
     * @throws AskRefused when it is too soon, often enough, or nothing is waited for
     */
    @Transactional
    public boolean nudge(Caller caller, long letterId) {
        Letter letter = door.requestedForChange(caller, letterId);
        NudgeState state = nudgeState(letter, today(letter));
        if (state.word() != NudgeWord.NOW) {
            throw new AskRefused(
                    state.word() == NudgeWord.LATER ? "nudge.later" : "nudge.never",
                    state.from() == null ? "" : state.from().toString());
        }
        Nudge nudge = new Nudge(letter.tenantId(), letterId, clock.instant());
        asks.add(nudge);
        audit.record(caller, "letter.nudged", "letter", letterId, "");
        return hour.send(nudge, letter);
    }

    /**
     * @throws AskRefused before the signature, a second time, or without words
     */
    @Transactional
    public void thank(Caller caller, long letterId, String words) {
        Letter letter = door.requestedForChange(caller, letterId);
        if (letter.status() != LetterStatus.SIGNED) {
            throw new AskRefused("thanks.early");
        }
        if (asks.thanks(letterId).isPresent()) {
            throw new AskRefused("thanks.twice");
        }
        if (words == null || words.isBlank() || words.length() > LONGEST_THANKS) {
            throw new AskRefused("thanks.words", LONGEST_THANKS);
        }
        asks.add(new Thanks(letterId, words.strip(), clock.instant()));
        audit.record(caller, "letter.thanked", "letter", letterId, "");
        thanked.fire(
                new LetterThanked(
                        letterId, letter.tenantId(), letter.preceptorId(), letter.learnerId()));
    }

    /**
     * Takes waivers back for letters still to be asked for. No letter that was asked for before is
     * opened by it.
     *
     * @throws WaiverNotSigned when the typed name is not the learner's
     */
    @Transactional
    public void revokeWaivers(Caller caller, String signature) {
        if (!caller.is(Role.LEARNER)) {
            throw audit.refuse(caller, "waiver", "revocation");
        }
        requesting.needOwnName(caller.personId(), signature);
        asks.add(
                new WaiverRevocation(
                        caller.tenantId(),
                        caller.personId(),
                        "1",
                        signature.strip(),
                        clock.instant()));
        audit.record(caller, "waiver.revoked", "learner", caller.personId(), "text 1");
    }

    /** When the caller last took waivers back. */
    @Transactional
    public Optional<Instant> revokedAt(Caller caller) {
        if (!caller.is(Role.LEARNER)) {
            throw audit.refuse(caller, "waiver", "revocation");
        }
        return asks.revocation(caller.personId()).map(WaiverRevocation::revokedAt);
    }

    private NudgeState nudgeState(Letter letter, LocalDate today) {
        if (!letter.status().awaited()) {
            return new NudgeState(NudgeWord.NEVER, null);
        }
        List<Nudge> before = asks.nudges(letter.id());
        if (before.stream().anyMatch(Nudge::waiting)) {
            return new NudgeState(NudgeWord.WAITING, null);
        }
        LetterPractice practice = practices.current();
        if (before.size() >= practice.nudgesAtMost()) {
            return new NudgeState(NudgeWord.NEVER, null);
        }
        LocalDate last =
                before.isEmpty()
                        ? asked(letter)
                        : day(before.get(before.size() - 1).askedAt(), letter);
        LocalDate from = last.plusDays(practice.nudgeEveryDays());
        return new NudgeState(today.isBefore(from) ? NudgeWord.LATER : NudgeWord.NOW, from);
    }

    private Instant withdrawnAt(Letter letter) {
        return letter.status() == LetterStatus.WITHDRAWN
                ? signedLetters.versions(letter.id()).stream()
                        .findFirst()
                        .map(SignedLetter::endedAt)
                        .orElse(null)
                : null;
    }

    private LocalDate asked(Letter letter) {
        return day(letter.requestedAt(), letter);
    }

    private LocalDate today(Letter letter) {
        return day(clock.instant(), letter);
    }

    private LocalDate day(Instant at, Letter letter) {
        ZoneId zone = sites.get(preceptors.get(letter.preceptorId()).siteId()).timeZone();
        return LocalDate.ofInstant(at, zone);
    }
}

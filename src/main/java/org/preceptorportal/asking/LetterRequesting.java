package org.preceptorportal.asking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.preceptorportal.adviser.Advisers;
import org.preceptorportal.attachment.Attachments;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.delivery.LetterIds;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterDoor;
import org.preceptorportal.letter.Letters;
import org.preceptorportal.letter.RequestFacts;
import org.preceptorportal.letter.Waiver;
import org.preceptorportal.letter.WaiverLocked;
import org.preceptorportal.release.Releases;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.season.LetterPractices;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Role;
import org.preceptorportal.shell.Tenants;
import org.preceptorportal.signing.SignedLetter;
import org.preceptorportal.signing.SignedLetters;

/** A learner asks for letters and sees how far they are: never what is in them (S1). */
@ApplicationScoped
public class LetterRequesting {
    @Inject Letters letters;
    @Inject Asks asks;
    @Inject LetterIds ids;
    @Inject Attachments attachments;
    @Inject Advisers advisers;
    @Inject LetterPractices practices;
    @Inject Tenants tenants;
    @Inject LetterDoor door;
    @Inject SignedLetters signedLetters;
    @Inject Releases releases;
    @Inject Rotations rotations;
    @Inject Learners learners;
    @Inject Preceptors preceptors;
    @Inject Sites sites;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject Event<LetterRequested> requested;

    /**
     * @return the letter's id
     * @throws LetterAlreadyAsked when the rotation has a letter that was neither declined nor
     *     withdrawn
     * @throws WaiverNotSigned when the typed name is not the learner's
     * @throws DeadlinePassed when the day is over
     * @throws AskRefused when the preceptor advises the learner
     * @throws org.preceptorportal.preflight.PdfNotAccepted when a paper is no harmless PDF
     */
    @Transactional
    public long request(Caller caller, RequestFacts facts, AskFacts said) {
        Rotation rotation =
                rotations
                        .find(facts.rotationId())
                        .filter(r -> r.tenantId() == caller.tenantId())
                        .filter(r -> caller.isPerson(Role.LEARNER, r.learnerId()))
                        .orElseThrow(() -> audit.refuse(caller, "rotation", facts.rotationId()));
        if (asked(rotation.learnerId()).contains(rotation.id())) {
            throw new LetterAlreadyAsked();
        }
        LocalDate today = LocalDate.now(clock.withZone(sites.get(rotation.siteId()).timeZone()));
        if (facts.deadline() != null && facts.deadline().isBefore(today)) {
            throw new DeadlinePassed();
        }
        if (advisers.advises(
                caller.tenantId(),
                preceptors.get(rotation.preceptorId()).email(),
                rotation.learnerId())) {
            throw new AskRefused("adviser");
        }
        Waiver waiver = signed(rotation.learnerId(), facts.waived(), facts.signature());
        Letter letter =
                new Letter(
                        caller.tenantId(),
                        rotation.learnerId(),
                        rotation.preceptorId(),
                        facts,
                        waiver,
                        clock.instant());
        if (said.chairLetter()) {
            letter.askForChair();
        }
        letters.add(letter);
        asks.add(new Ask(letter.id(), said));
        ids.give(letter.id(), said.erasLetterId());
        said.papers().forEach((kind, bytes) -> attachments.add(caller, letter.id(), kind, bytes));
        audit.record(caller, "letter.requested", "letter", letter.id(), words(waiver));
        requested.fire(
                new LetterRequested(
                        letter.id(), caller.tenantId(), letter.preceptorId(), letter.learnerId()));
        return letter.id();
    }

    /** Whether this day leaves a writer less time than writers need; false for no day. */
    public boolean isShortNotice(Caller caller, LocalDate deadline) {
        LocalDate today = LocalDate.now(clock.withZone(tenants.get(caller.tenantId()).zone()));
        return LetterFollowing.isShort(practices.current(), today, deadline);
    }

    /**
     * @throws WaiverLocked once the preceptor has opened the request
     * @throws WaiverNotSigned when the typed name is not the learner's
     */
    @Transactional
    public void changeWaiver(Caller caller, long letterId, boolean waived, String signature) {
        Letter letter = door.requestedForChange(caller, letterId);
        Waiver waiver = signed(letter.learnerId(), waived, signature);
        letter.changeWaiver(waiver);
        audit.record(caller, "letter.waiver-changed", "letter", letterId, words(waiver));
    }

    /** The caller's own letters, newest first. */
    @Transactional
    public List<MyLetter> mine(Caller caller) {
        if (!caller.is(Role.LEARNER)) {
            throw audit.refuse(caller, "letter", "list");
        }
        return stages(letters.ofLearner(caller.personId()));
    }

    /** One of the caller's own letters. */
    @Transactional
    public MyLetter mine(Caller caller, long letterId) {
        return stages(List.of(door.requested(caller, letterId))).get(0);
    }

    /** The caller's own rotations, latest first, and whether a letter may be asked for. */
    @Transactional
    public List<MyRotation> rotations(Caller caller) {
        if (!caller.is(Role.LEARNER)) {
            throw audit.refuse(caller, "rotation", "list");
        }
        Set<Long> asked = asked(caller.personId());
        return rotations.ofLearner(caller.personId()).stream()
                .map(
                        r ->
                                new MyRotation(
                                        r.id(),
                                        preceptors.get(r.preceptorId()).signatureName(),
                                        r.specialty(),
                                        sites.get(r.siteId()).name(),
                                        r.startDate(),
                                        r.endDate(),
                                        asked.contains(r.id())))
                .toList();
    }

    private Set<Long> asked(long learnerId) {
        Set<Long> asked = new HashSet<>();
        for (Letter letter : letters.ofLearner(learnerId)) {
            if (!letter.status().over()) {
                asked.add(letter.rotationId());
            }
        }
        return asked;
    }

    private List<MyLetter> stages(List<Letter> own) {
        List<Long> all = own.stream().map(Letter::id).toList();
        Map<Long, SignedLetter> current = signedLetters.current(all);
        Map<Long, List<String>> programs = releases.namesOfLetters(all);
        return own.stream()
                .map(
                        letter ->
                                stage(
                                        letter,
                                        current.get(letter.id()),
                                        programs.getOrDefault(letter.id(), List.of())))
                .toList();
    }

    private MyLetter stage(Letter letter, SignedLetter current, List<String> programs) {
        boolean readable = letter.stands() && !letter.waiver().waived();
        return new MyLetter(
                letter.id(),
                preceptors.get(letter.preceptorId()).signatureName(),
                letter.specialty(),
                letter.purpose(),
                letter.deadline(),
                letter.stage(),
                letter.waiver().waived(),
                letter.requestedAt(),
                letter.decidedAt(),
                letter.signedAt(),
                readable && current != null ? current.id() : null,
                programs);
    }

    private Waiver signed(long learnerId, boolean waived, String signature) {
        needOwnName(learnerId, signature);
        return new Waiver(waived, Waiver.CURRENT_TEXT, signature.strip(), clock.instant());
    }

    /**
     * @throws WaiverNotSigned when what is typed is not the learner's name
     */
    void needOwnName(long learnerId, String signature) {
        Learner learner = learners.get(learnerId);
        boolean theirs =
                signature != null
                        && Stream.of(learner.fullName(), learner.sortableName())
                                .anyMatch(name -> folded(name).equals(folded(signature)));
        if (!theirs) {
            throw new WaiverNotSigned(learner.fullName());
        }
    }

    /** A name without what a hurried thumb leaves out: case, accents, double spaces. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\\s\\p{Pd}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static String words(Waiver waiver) {
        return (waiver.waived() ? "waived" : "kept") + ", text " + waiver.textVersion();
    }
}

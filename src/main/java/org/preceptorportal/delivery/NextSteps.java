package org.preceptorportal.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.release.Releases;
import org.preceptorportal.roster.DeliveryChannel;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Programs;
import org.preceptorportal.season.LetterPractice;
import org.preceptorportal.season.LetterPractices;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.signing.SignedLetter;
import org.preceptorportal.signing.SignedLetters;

/** What to do with a signed letter, where, and with which file (DL-1). */
@ApplicationScoped
public class NextSteps {
    @Inject Designees designees;
    @Inject Uploads uploads;
    @Inject LetterIds ids;
    @Inject SignedLetters signedLetters;
    @Inject Releases releases;
    @Inject Programs programs;
    @Inject Learners learners;
    @Inject Preceptors preceptors;
    @Inject LetterPractices practices;

    /**
     * One channel for one letter.
     *
     * @param wanted whether this letter is known to go there
     * @param uploaded when it was said to stand there, or null
     */
    public record Way(LetterPractice.Channel channel, boolean wanted, Uploads.Shown uploaded) {
        /** Whether somebody uploads a file there, rather than the portal. */
        public boolean byHand() {
            return !channel.address().isEmpty();
        }
    }

    /**
     * A letter's next steps.
     *
     * @param own whether the caller is the author
     * @param withdrawn whether nobody may be given it any more
     * @param signedAt of the version that counts; null while there is none
     * @param erasLetterId or null
     * @param ways wanted ones first
     */
    public record Steps(
            long letterId,
            String learnerName,
            String learnerLatinName,
            String authorName,
            String specialty,
            LocalDate deadline,
            boolean own,
            boolean withdrawn,
            Instant signedAt,
            String erasLetterId,
            List<Way> ways) {}

    /**
     * @throws org.preceptorportal.adviser.AdviserMaySeeNoLetter when the caller advises the learner
     */
    @Transactional
    public Steps of(Caller caller, long letterId) {
        Letter letter = designees.entrusted(caller, letterId);
        Learner learner = learners.get(letter.learnerId());
        String number = ids.of(letterId).orElse(null);
        List<Uploads.Shown> done = uploads.ofLetter(letterId);
        Set<String> wanted = wanted(letter, number);
        return new Steps(
                letterId,
                learner.fullName(),
                learner.latinName(),
                preceptors.get(letter.preceptorId()).signatureName(),
                letter.specialty(),
                letter.deadline(),
                letter.isBy(caller),
                letter.status() == LetterStatus.WITHDRAWN,
                signedLetters.current(letterId).map(SignedLetter::signedAt).orElse(null),
                number,
                practices.current().channels().stream()
                        .map(
                                c ->
                                        new Way(
                                                c,
                                                wanted.contains(c.code()),
                                                done.stream()
                                                        .filter(u -> u.channel().equals(c.code()))
                                                        .reduce((older, newer) -> newer)
                                                        .orElse(null)))
                        .sorted((a, b) -> Boolean.compare(b.wanted(), a.wanted()))
                        .toList());
    }

    /** A Letter ID means ERAS; programs of the specialty say by what they take letters. */
    private Set<String> wanted(Letter letter, String number) {
        Set<String> wanted =
                programs.all(letter.tenantId()).stream()
                        .filter(
                                p ->
                                        p.specialty()
                                                .toLowerCase(Locale.ROOT)
                                                .equals(
                                                        letter.specialty()
                                                                .toLowerCase(Locale.ROOT)))
                        .map(p -> p.channel().name())
                        .collect(Collectors.toCollection(TreeSet::new));
        if (number != null) {
            wanted.add(DeliveryChannel.ERAS.name());
        }
        if (!releases.namesOfLetter(letter.id()).isEmpty()) {
            wanted.add(DeliveryChannel.DIRECT.name());
        }
        return wanted;
    }

    /** Which of these letters somebody still has to upload by hand. */
    Set<Long> waiting(List<Letter> letters) {
        return uploads.waiting(letters.stream().map(Letter::id).toList());
    }

    /** The copy for upload, for the author and the letter's designees; written down. */
    @Transactional
    public SignedLetters.File copy(Caller caller, long letterId) {
        Letter letter = designees.entrusted(caller, letterId);
        if (signedLetters.current(letter.id()).isEmpty()) {
            throw new DeliveryRefused("unsigned");
        }
        return signedLetters.copyForUpload(caller, letter.id());
    }
}

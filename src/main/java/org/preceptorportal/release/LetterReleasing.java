package org.preceptorportal.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterDoor;
import org.preceptorportal.roster.DeliveryChannel;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Program;
import org.preceptorportal.roster.Programs;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.shell.Caller;

/** A learner lets programs have a signed letter (RL-1). */
@ApplicationScoped
public class LetterReleasing {
    /** What is released: by whom, for which specialty; nothing of the content (S1). */
    public record Released(String authorName, String specialty, boolean signed) {}

    @Inject LetterDoor door;
    @Inject Preceptors preceptors;
    @Inject Releases releases;
    @Inject Programs programs;
    @Inject Seasons seasons;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /**
     * @param withReport whether the clinical-skill report goes along
     * @return the release's id
     * @throws LetterNotSigned before the author signed
     * @throws AlreadyReleased when the program has it already
     * @throws TooManyLetters when as many go to it by its channel this season already
     */
    @Transactional
    public long release(Caller caller, long letterId, long programId, boolean withReport) {
        Letter letter = door.requested(caller, letterId);
        Program program =
                programs.find(programId)
                        .filter(p -> p.tenantId() == caller.tenantId())
                        .orElseThrow(() -> audit.refuse(caller, "program", programId));
        Season season = seasons.current();
        releases.queue(letter.learnerId());
        if (releases.programsOfLetter(letterId, season.code()).contains(programId)) {
            throw new AlreadyReleased(program.name());
        }
        LetterRelease release =
                LetterRelease.of(
                        letter,
                        Destination.of(program),
                        season,
                        releases.count(letter.learnerId(), programId, season.code()),
                        withReport,
                        clock.instant());
        releases.add(release);
        audit.record(caller, "letter.released", "letter", letterId, "program " + program.code());
        return release.id();
    }

    /** One of the caller's own letters. */
    @Transactional
    public Released letter(Caller caller, long letterId) {
        Letter letter = door.requested(caller, letterId);
        return new Released(
                preceptors.get(letter.preceptorId()).signatureName(),
                letter.specialty(),
                letter.stands());
    }

    /** The programs that do not have this letter yet; those that take letters from here first. */
    @Transactional
    public List<Destination> choices(Caller caller, long letterId) {
        Letter letter = door.requested(caller, letterId);
        Set<Long> done = releases.programsOfLetter(letter.id(), seasons.current().code());
        return programs.all(caller.tenantId()).stream()
                .map(Destination::of)
                .filter(program -> !done.contains(program.id()))
                .sorted(
                        Comparator.comparing(Destination::direct)
                                .reversed()
                                .thenComparing(Destination::name))
                .toList();
    }

    /** How many letters one program of this channel takes from one learner this season. */
    public int limit(DeliveryChannel channel) {
        return seasons.current().lettersPerProgram(channel.name());
    }

    /** A season without a limit for one of the channels stops the start, not the first learner. */
    void atStart(@Observes @Initialized(ApplicationScoped.class) Object start) {
        checkLimits(seasons.all());
    }

    static void checkLimits(List<Season> all) {
        for (Season season : all) {
            for (DeliveryChannel channel : DeliveryChannel.values()) {
                season.lettersPerProgram(channel.name());
            }
        }
    }
}

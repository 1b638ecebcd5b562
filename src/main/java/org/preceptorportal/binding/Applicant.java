package org.preceptorportal.binding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.preceptorportal.release.ReleasedLetter;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Program;
import org.preceptorportal.season.PacketRules;
import org.preceptorportal.store.Sha256;
import org.preceptorportal.store.Spot;

/**
 * A learner who released at least one letter to a program, with all that the program's file is made
 * from.
 *
 * @param program as it was when the key was made; a file that is drawn later names it so
 * @param holds what the program's channel lets packets hold
 * @param letters in the season's order
 * @param standing of each letter that is not given from here, by its id: where it stands
 * @param report the newest clinical-skill report's name; null when there is none or it was not
 *     released
 * @param key hash of all inputs (BI-2)
 * @param kept the file that these inputs gave before, or null
 * @param reportAt where the report is stored; null for a file of its own, and where it is not
 *     needed
 */
public record Applicant(
        Program program,
        Learner learner,
        PacketRules.Holds holds,
        List<ReleasedLetter> letters,
        Map<Long, Standing> standing,
        Sha256 report,
        Sha256 key,
        ApplicantFile kept,
        Spot reportAt) {

    /**
     * Where a letter stands that goes by a service.
     *
     * @param words one plain phrase
     * @param recordedAt when somebody wrote down that it was uploaded; null while nobody did
     */
    public record Standing(String words, Instant recordedAt) {}

    public long programId() {
        return program.id();
    }

    public long learnerId() {
        return learner.id();
    }

    /** The item's key in the ledger. */
    public String item() {
        return item(programId(), learnerId());
    }

    public static String item(long programId, long learnerId) {
        return programId + ":" + learnerId;
    }

    /** Whether the learner released the clinical-skill report, and the channel takes it. */
    public boolean reportWanted() {
        return holds.report() && letters.stream().anyMatch(ReleasedLetter::withReport);
    }

    /** Whether packets of the program hold this letter, rather than where it stands (BI-4). */
    public boolean gives(ReleasedLetter letter) {
        return gives(holds, letter);
    }

    static boolean gives(PacketRules.Holds holds, ReleasedLetter letter) {
        return holds.letters() && letter.direct();
    }

    /** Whether the file that is kept needs nothing more. */
    public boolean unchanged() {
        return kept != null && kept.leftOut() == null;
    }

    /** The newest of all that is told, for documents that must not know the clock. */
    public Instant newest() {
        return Stream.concat(
                        letters.stream().flatMap(l -> Stream.of(l.signedAt(), l.releasedAt())),
                        standing.values().stream()
                                .map(Standing::recordedAt)
                                .filter(Objects::nonNull))
                .max(Instant::compareTo)
                .orElseThrow();
    }
}

package org.preceptorportal.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.preceptorportal.ledger.NightRun;
import org.preceptorportal.release.ReleasedLetter;
import org.preceptorportal.release.Releases;

/** Who applies where, as of a night's cut-off (PK-2). Every list is in a stable order. */
@ApplicationScoped
public class Applicants {
    @Inject Releases releases;

    /** A learner who released at least one letter to a program. */
    public record Applicant(long programId, long learnerId, List<ReleasedLetter> letters) {

        /** The item's key in the ledger. */
        public String item() {
            return item(programId, learnerId);
        }

        static String item(long programId, long learnerId) {
            return programId + ":" + learnerId;
        }
    }

    /** The programs that have an applicant, by id. */
    public List<Long> programs(NightRun night) {
        List<Long> programs = new ArrayList<>();
        for (long id :
                new TreeSet<>(releases.programsWithReleases(night.tenant(), night.season()))) {
            if (night.wants(id) && !ofProgram(night, id).isEmpty()) {
                programs.add(id);
            }
        }
        return programs;
    }

    /** A program's applicants by learner id, each one's letters in the order of release. */
    public List<Applicant> ofProgram(NightRun night, long programId) {
        Map<Long, List<ReleasedLetter>> byLearner = new TreeMap<>();
        for (ReleasedLetter letter :
                releases.ofProgram(programId, night.season(), night.cutoff())) {
            byLearner.computeIfAbsent(letter.learnerId(), id -> new ArrayList<>()).add(letter);
        }
        return byLearner.entrySet().stream()
                .map(e -> new Applicant(programId, e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }
}

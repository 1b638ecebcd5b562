package org.preceptorportal.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.preceptorportal.evaluation.SubmittedEvaluations;
import org.preceptorportal.form.Purpose;
import org.preceptorportal.hint.Hint;
import org.preceptorportal.hint.LetterHints;
import org.preceptorportal.hint.LetterRecords;
import org.preceptorportal.reports.LetterPrinter;
import org.preceptorportal.reports.UnprintableText;
import org.preceptorportal.roster.Learner;
import org.preceptorportal.roster.Learners;
import org.preceptorportal.roster.Preceptors;
import org.preceptorportal.roster.Programs;
import org.preceptorportal.roster.Rotation;
import org.preceptorportal.roster.Rotations;
import org.preceptorportal.roster.Site;
import org.preceptorportal.roster.Sites;
import org.preceptorportal.shell.Caller;

/** Notes in the margin of a draft, for who writes it: found anew each time, kept nowhere. */
@ApplicationScoped
public class LetterHinting {
    /** So many of the author's last letters show how they usually write. */
    private static final int PAST_LETTERS = 30;

    /** Rosters change by imports; a draft is saved every few seconds. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    @Inject LetterDoor door;
    @Inject Letters letters;
    @Inject LetterSheets sheets;
    @Inject LetterHints hints;
    @Inject LetterPrinter printer;
    @Inject SubmittedEvaluations evaluations;
    @Inject Learners learners;
    @Inject Preceptors preceptors;
    @Inject Programs programs;
    @Inject Rotations rotations;
    @Inject Sites sites;
    @Inject Clock clock;

    private final Map<Long, Names> institutions = new ConcurrentHashMap<>();

    /**
     * The names of an institution that may stand in any letter.
     *
     * @param known preceptors, sites and their towns
     * @param programs residency programs and theirs
     */
    private record Names(Instant at, List<String> known, List<String> programs) {}

    /** What is in the letter as it was saved last. */
    @Transactional
    public List<Hint> of(Caller caller, long letterId) {
        Letter letter = door.drafted(caller, letterId);
        return hints.check(sheets.typed(letter), records(caller, letter));
    }

    private LetterRecords records(Caller caller, Letter letter) {
        List<Rotation> own = rotations.ofPreceptor(letter.preceptorId());
        Map<Long, Learner> met = new HashMap<>();
        learners.all(own.stream().map(Rotation::learnerId).distinct().toList())
                .forEach(learner -> met.put(learner.id(), learner));
        Learner learner = met.computeIfAbsent(letter.learnerId(), learners::get);
        List<String> earlier = List.of();
        if (letter.takenFrom() != null) {
            Learner before =
                    learners.get(letters.find(letter.takenFrom()).orElseThrow().learnerId());
            earlier = before.id().equals(learner.id()) ? List.of() : names(before);
        }
        Names names = institution(letter.tenantId());
        return new LetterRecords(
                names(learner),
                names.known(),
                met.values().stream()
                        .filter(other -> !other.id().equals(learner.id()))
                        .flatMap(other -> names(other).stream())
                        .toList(),
                earlier,
                names.programs(),
                rated(letter),
                past(caller, letter),
                letter.kind() == LetterKind.WORDS
                        ? new HashSet<>(letter.text().openQuestions())
                        : Set.of(),
                pages(letter));
    }

    private Names institution(long tenantId) {
        Instant now = clock.instant();
        return institutions.compute(
                tenantId,
                (id, kept) ->
                        kept != null && now.isBefore(kept.at().plus(FRESH)) ? kept : read(id, now));
    }

    private Names read(long tenantId, Instant now) {
        List<String> known = new ArrayList<>();
        preceptors.all(tenantId).forEach(each -> known.add(each.fullName()));
        for (Site site : sites.all(tenantId)) {
            known.add(site.name());
            known.add(site.city());
        }
        return new Names(
                now,
                List.copyOf(known),
                programs.all(tenantId).stream()
                        .flatMap(program -> Stream.of(program.name(), program.institution()))
                        .distinct()
                        .toList());
    }

    private static List<String> names(Learner learner) {
        return Stream.of(learner.fullName(), learner.latinName())
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .toList();
    }

    /** The best this author has put on record of this learner, in any phase (HI-4). */
    private Map<String, Integer> rated(Letter letter) {
        Map<String, Integer> best = new HashMap<>();
        for (Purpose phase : Purpose.values()) {
            evaluations.ofLearner(letter.learnerId(), phase).stream()
                    .filter(e -> e.preceptorId() == letter.preceptorId())
                    .forEach(
                            e ->
                                    e.ratings()
                                            .forEach(
                                                    (item, rating) -> {
                                                        if (rating != null) {
                                                            best.merge(item, rating, Math::max);
                                                        }
                                                    }));
        }
        return best;
    }

    /** Signed ones are the author's alone to read. */
    private List<String> past(Caller caller, Letter letter) {
        return letter.isBy(caller)
                ? letters.lastSigned(letter.preceptorId(), PAST_LETTERS).stream()
                        .map(past -> past.text().plain())
                        .toList()
                : List.of();
    }

    private int pages(Letter letter) {
        try {
            return printer.preview(sheets.draft(letter)).pages();
        } catch (UnprintableText e) {
            // The page view says so; a hint about length can wait.
            return 0;
        }
    }
}

package org.preceptorportal.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** What is in the letter as it was saved last. */
    @Transactional
    public List<Hint> of(Caller caller, long letterId) {
        Letter letter = door.drafted(caller, letterId);
        return hints.check(letter.text().plain(), records(caller, letter));
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
        return new LetterRecords(
                names(learner),
                known(letter),
                met.values().stream()
                        .filter(other -> !other.id().equals(learner.id()))
                        .flatMap(other -> names(other).stream())
                        .toList(),
                earlier,
                programs.all(letter.tenantId()).stream()
                        .flatMap(program -> Stream.of(program.name(), program.institution()))
                        .distinct()
                        .toList(),
                rated(letter),
                past(caller, letter),
                new HashSet<>(letter.text().openQuestions()),
                pages(letter));
    }

    private List<String> known(Letter letter) {
        List<String> known = new ArrayList<>();
        preceptors.all(letter.tenantId()).forEach(each -> known.add(each.fullName()));
        for (Site site : sites.all(letter.tenantId())) {
            known.add(site.name());
            known.add(site.city());
        }
        return known;
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

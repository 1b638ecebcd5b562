package org.preceptorportal.structure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.preceptorportal.audit.AuditTrail;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterDoor;
import org.preceptorportal.letter.LetterHistory;
import org.preceptorportal.letter.LetterKind;
import org.preceptorportal.letter.LetterMovedOn;
import org.preceptorportal.letter.LetterSheets;
import org.preceptorportal.letter.LetterStatus;
import org.preceptorportal.season.SeasonServices;
import org.preceptorportal.shell.Caller;
import org.preceptorportal.shell.Words;
import org.preceptorportal.structure.Structure.Question;

/** An author, or who drafts for them, answers a structure instead of writing prose. */
@ApplicationScoped
public class StructuredWriting {
    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject LetterDoor door;
    @Inject LetterSheets sheets;
    @Inject Structures structures;
    @Inject StructuredLetters structured;
    @Inject SeasonServices services;
    @Inject LetterHistory history;
    @Inject AuditTrail audit;
    @Inject Words words;
    @Inject Clock clock;

    /**
     * What may be chosen for a letter.
     *
     * @param chosen the code of the structure that is being answered; null: none
     * @param prose whether the letter is words now
     */
    public record Choice(
            long letterId,
            String learnerName,
            String specialty,
            List<Structure> offered,
            String chosen,
            LetterKind kind,
            int version) {
        public Choice {
            offered = List.copyOf(offered);
        }
    }

    /** What became of a save. */
    public record Saved(int version, Instant at, int missing) {}

    /** One line of an answer sheet: what the service's page asks, and what to put there. */
    public record Line(String section, String label, String value) {}

    /** A question that two windows answer differently; empty: no answer. */
    public record Difference(String section, String label, String mine, String saved) {}

    /**
     * The answers of another window.
     *
     * @param version to base the next save on
     * @param differences from one's own, in the order of the questions
     */
    public record Other(int version, Instant savedAt, List<Difference> differences) {}

    @Transactional
    public Choice choice(Caller caller, long letterId) {
        Letter letter = needWritable(door.drafted(caller, letterId));
        Set<String> portalForms = services.current().portalForms();
        return new Choice(
                letterId,
                sheets.learner(letter).fullName(),
                letter.specialty(),
                structures.offered(letter.specialty()).stream()
                        .filter(s -> !s.portal() || portalForms.contains(s.code()))
                        .toList(),
                structured.find(letterId).map(StructuredLetter::structure).orElse(null),
                letter.kind(),
                letter.version());
    }

    /**
     * Begins to answer a structure, or goes on. The letter's prose is kept; so are the answers to
     * another structure, in its history.
     *
     * @throws org.preceptorportal.letter.StaleDraft when the letter was saved elsewhere since
     */
    @Transactional
    public void begin(Caller caller, long letterId, int basedOn, String code) {
        Letter letter = door.draftedForChange(caller, letterId);
        Structure chosen =
                structures
                        .newest(code)
                        .orElseThrow(() -> audit.refuse(caller, "structure", letterId));
        Optional<StructuredLetter> row = structured.find(letterId);
        history.keepAsIs(letter);
        row.filter(r -> !r.structure().equals(code))
                .ifPresent(r -> history.keepAsIs(letter, r.source()));
        letter.compose(chosen.kindOf(letter), basedOn, caller.name(), clock.instant());
        if (row.isEmpty()) {
            structured.add(new StructuredLetter(letter, chosen));
        } else if (!row.get().structure().equals(code)) {
            row.get().begin(chosen);
        }
    }

    /** Back to prose; answers stay until another structure is chosen. */
    @Transactional
    public void toWords(Caller caller, long letterId, int basedOn) {
        Letter letter = door.draftedForChange(caller, letterId);
        history.keepAsIs(letter);
        letter.compose(LetterKind.WORDS, basedOn, caller.name(), clock.instant());
    }

    /** The answers, for the author, and for who drafts until it is signed. */
    @Transactional
    public StructureSheet sheet(Caller caller, long letterId) {
        Letter letter = door.drafted(caller, letterId);
        StructuredLetter row =
                structured
                        .find(letterId)
                        .orElseThrow(() -> audit.refuse(caller, "structure", letterId));
        Structure structure = structured.structureOf(row);
        return new StructureSheet(
                letterId,
                sheets.learner(letter).fullName(),
                letter.specialty(),
                structure,
                structured.answersOf(row),
                structured.history(letter, structure),
                row.historyHidden(),
                letter.status() == LetterStatus.DRAFTING,
                letter.savedAt(),
                letter.version());
    }

    /**
     * Keeps the answers; what does not fit its question is left out.
     *
     * @throws org.preceptorportal.letter.StaleDraft when the letter was saved elsewhere since
     * @throws LetterMovedOn unless it is being written
     */
    @Transactional
    public Saved save(
            Caller caller,
            long letterId,
            int basedOn,
            Map<String, String> answers,
            boolean hideHistory) {
        Letter letter = door.draftedForChange(caller, letterId);
        StructuredLetter row =
                structured
                        .find(letterId)
                        .orElseThrow(() -> audit.refuse(caller, "structure", letterId));
        StructureAnswers before = structured.answersOf(row);
        StructureAnswers given = StructureAnswers.of(structured.structureOf(row), answers);
        Instant now = clock.instant();
        boolean changed = !given.values().equals(before.values());
        boolean first = before.values().isEmpty();
        int lost = before.size() - given.size();
        boolean kept =
                changed && !first && history.keep(letter, row.source(), lost, caller.name(), now);
        if (kept || changed && first) {
            // Who drafted, without a row for every pause.
            audit.record(caller, "letter.drafted", "letter", letterId, "");
        }
        row.answer(given, hideHistory);
        letter.compose(letter.kind(), basedOn, caller.name(), now);
        em.flush();
        return new Saved(letter.version(), letter.savedAt(), given.missing().size());
    }

    /** The answers in the order in which a form asks for them; for the author alone. */
    @Transactional
    public List<Line> answerSheet(Caller caller, long letterId) {
        door.authored(caller, letterId);
        StructureSheet sheet = sheet(caller, letterId);
        List<Line> lines = new ArrayList<>();
        for (Structure.Section section : sheet.structure().sections()) {
            for (Question question : section.questions()) {
                lines.add(
                        new Line(
                                section.label(),
                                question.label(),
                                said(question, sheet.answers())));
            }
        }
        return lines;
    }

    /**
     * What was saved elsewhere since, against the caller's own answers.
     *
     * @param mine as a page sends them
     */
    @Transactional
    public Other other(
            Caller caller, long letterId, Map<String, String> mine, boolean hideHistory) {
        StructureSheet saved = sheet(caller, letterId);
        return new Other(
                saved.version(),
                saved.savedAt(),
                differences(
                        saved.structure(),
                        StructureAnswers.of(saved.structure(), mine),
                        hideHistory,
                        saved.answers(),
                        saved.historyHidden()));
    }

    List<Difference> differences(
            Structure structure,
            StructureAnswers mine,
            boolean hideMine,
            StructureAnswers saved,
            boolean hideSaved) {
        List<Difference> all = new ArrayList<>();
        for (Structure.Section section : structure.sections()) {
            for (Question question : section.questions()) {
                if (!mine.value(question).equals(saved.value(question))) {
                    all.add(
                            new Difference(
                                    section.label(),
                                    question.label(),
                                    said(question, mine),
                                    said(question, saved)));
                }
            }
        }
        if (hideMine != hideSaved) {
            all.add(
                    new Difference(
                            words.say("structure", "fill.history"),
                            words.say("structure", "fill.hideHistory"),
                            words.say("structure", hideMine ? "yes" : "no"),
                            words.say("structure", hideSaved ? "yes" : "no")));
        }
        return all;
    }

    private String said(Question question, StructureAnswers answers) {
        return answers.said(question, words.say("structure", "notObserved"));
    }

    private static Letter needWritable(Letter letter) {
        if (letter.status() != LetterStatus.DRAFTING) {
            throw new LetterMovedOn();
        }
        return letter;
    }
}

package org.preceptorportal.structure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterHistory;
import org.preceptorportal.letter.LetterKind;
import org.preceptorportal.letter.LetterPart;
import org.preceptorportal.letter.LetterSource;
import org.preceptorportal.reports.Block;
import org.preceptorportal.reports.Fact;
import org.preceptorportal.reports.Grid;
import org.preceptorportal.reports.Heading;
import org.preceptorportal.reports.LetterBody;
import org.preceptorportal.reports.Paragraph;
import org.preceptorportal.reports.Ratings;
import org.preceptorportal.reports.Run;
import org.preceptorportal.shell.Words;
import org.preceptorportal.structure.Structure.Level;
import org.preceptorportal.structure.Structure.Question;
import org.preceptorportal.structure.Structure.Section;

/** Draws answers as the body of a letter. */
@ApplicationScoped
public class StructurePart implements LetterPart {
    @Inject StructuredLetters structured;
    @Inject LetterHistory history;
    @Inject Words words;

    @Override
    public LetterKind kind() {
        return LetterKind.STRUCTURED;
    }

    @Override
    public void needComplete(Letter letter) {
        List<String> missing = structured.answersOf(row(letter)).missing();
        if (!missing.isEmpty()) {
            throw new LetterNotComplete(missing);
        }
    }

    @Override
    public LetterBody body(Letter letter) {
        StructuredLetter row = row(letter);
        Structure structure = structured.structureOf(row);
        History history = row.historyHidden() ? null : structured.history(letter, structure);
        return body(structure, structured.answersOf(row), history);
    }

    @Override
    public String typed(Letter letter) {
        StructuredLetter row = row(letter);
        StructureAnswers answers = structured.answersOf(row);
        return structured.structureOf(row).questions().stream()
                .filter(Question::isText)
                .map(answers::value)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    @Override
    public LetterSource source(Letter letter) {
        return row(letter).source();
    }

    @Override
    public List<Fact> said(LetterSource source) {
        StructuredLetters.Then then = structured.read(source.said());
        String notObserved = words.say("structure", "notObserved");
        return then.structure().questions().stream()
                .filter(then.answers()::answered)
                .map(q -> new Fact(q.label(), then.answers().said(q, notObserved)))
                .toList();
    }

    @Override
    public LetterKind restore(Letter letter, LetterSource source) {
        StructuredLetters.Then then = structured.read(source.said());
        // Answers beside a letter that is none of them: it is kept without them.
        structured
                .find(letter.id())
                .map(StructuredLetter::source)
                .filter(present -> !present.equals(source))
                .ifPresent(present -> history.keepAsIs(letter, present));
        structured.restore(letter, then);
        return then.structure().kindOf(letter);
    }

    private StructuredLetter row(Letter letter) {
        return structured.find(letter.id()).orElseThrow();
    }

    /**
     * @param history null when the author hides it
     */
    LetterBody body(Structure structure, StructureAnswers answers, History history) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(structure.title()));
        for (Section section : structure.sections()) {
            List<Block> part = section(section, answers);
            if (!part.isEmpty()) {
                blocks.add(new Heading(section.label()));
                blocks.addAll(part);
            }
        }
        if (history != null) {
            blocks.add(new Heading(words.say("structure", "page.history")));
            blocks.add(grid(history));
        }
        return new LetterBody(blocks);
    }

    private List<Block> section(Section section, StructureAnswers answers) {
        List<Block> blocks = new ArrayList<>();
        List<Ratings.Row> rows = new ArrayList<>();
        for (Question question : section.questions()) {
            if (!answers.answered(question)) {
                continue;
            }
            if (question.isText()) {
                text(blocks, section, question, answers.value(question));
            } else {
                rows.add(row(question, answers.level(question)));
            }
        }
        if (!rows.isEmpty()) {
            blocks.add(
                    0,
                    new Ratings(
                            words.say("structure", "page.question"),
                            words.say("structure", "page.place"),
                            words.say("structure", "page.answer"),
                            rows));
        }
        return blocks;
    }

    private Ratings.Row row(Question question, int level) {
        if (level == 0) {
            return new Ratings.Row(
                    question.label(),
                    0,
                    question.levels().size(),
                    words.say("structure", "notObserved"),
                    "");
        }
        Level chosen = question.levels().get(level - 1);
        return new Ratings.Row(
                question.label(), level, question.levels().size(), chosen.word(), chosen.meaning());
    }

    private static void text(List<Block> blocks, Section section, Question question, String text) {
        boolean alone = section.questions().size() == 1;
        List<String> paragraphs = List.of(text.split("\\R\\s*\\R"));
        for (int i = 0; i < paragraphs.size(); i++) {
            List<Run> runs = new ArrayList<>();
            if (i == 0 && !alone) {
                runs.add(new Run(question.label() + ": ", true, false));
            }
            runs.add(Run.of(paragraphs.get(i).strip()));
            blocks.add(new Paragraph(runs));
        }
    }

    private Grid grid(History history) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        words.say("structure", "page.written"),
                        String.valueOf(history.writtenLast()),
                        String.valueOf(history.writtenThis())));
        for (History.Count count : history.bands()) {
            rows.add(
                    List.of(
                            words.say("structure", "page.ofThem", count.band()),
                            String.valueOf(count.last()),
                            String.valueOf(count.current())));
        }
        return new Grid(
                List.of(
                        words.say("structure", "page.letters"),
                        history.lastSeason(),
                        history.thisSeason()),
                rows);
    }
}

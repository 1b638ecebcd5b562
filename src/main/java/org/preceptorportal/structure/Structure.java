package org.preceptorportal.structure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterKind;

/**
 * The questions of one standardized letter.
 *
 * @param version 1 for the first file of its code
 * @param use what becomes of the answers
 * @param specialties for which it is offered first
 */
public record Structure(
        String code,
        int version,
        String title,
        Use use,
        List<String> specialties,
        List<Section> sections) {
    /** What becomes of the answers. */
    public enum Use {
        /** They are drawn into a letter that is signed. */
        LETTER,
        /** They are typed into the pages of a service. */
        PORTAL
    }

    /** A part with a head. */
    public record Section(String code, String label, List<Question> questions) {
        public Section {
            questions = List.copyOf(questions);
        }
    }

    /** How a question is answered. */
    public enum Kind {
        /** One level of a scale that several questions share, or not observed. */
        RATING,
        /** One level of its own. */
        CHOICE,
        /** A choice that compares with others; it is counted in the author's history. */
        COMPARISON,
        TEXT
    }

    /** One answer that may be chosen. */
    public record Level(String word, String meaning) {
        /** The word, and what it means where that is said. */
        public String said() {
            return meaning.isEmpty() ? word : word + " – " + meaning;
        }
    }

    /**
     * One question.
     *
     * @param levels from lowest to highest; none for a text
     * @param hint for a text; may be empty
     * @param words most words of a text
     * @param fewestWords of a text that is answered
     */
    public record Question(
            String code,
            String label,
            Kind kind,
            boolean required,
            List<Level> levels,
            String hint,
            int words,
            int fewestWords) {
        public Question {
            levels = List.copyOf(levels);
        }

        public boolean isText() {
            return kind == Kind.TEXT;
        }

        public boolean isRating() {
            return kind == Kind.RATING;
        }
    }

    public Structure {
        specialties = List.copyOf(specialties);
        sections = List.copyOf(sections);
    }

    public List<Question> questions() {
        return sections.stream().flatMap(section -> section.questions().stream()).toList();
    }

    /** The question whose answers are counted in the author's history. */
    public Optional<Question> comparison() {
        return questions().stream().filter(q -> q.kind() == Kind.COMPARISON).findFirst();
    }

    /** The track behind a specialty's name does not count. */
    public boolean suits(String specialty) {
        String asked = specialty == null ? "" : specialty.toLowerCase(Locale.ROOT);
        return specialties.stream().anyMatch(s -> asked.startsWith(s.toLowerCase(Locale.ROOT)));
    }

    public boolean portal() {
        return use == Use.PORTAL;
    }

    /** What a letter is with its answers; what a service asks goes beside it and makes none. */
    LetterKind kindOf(Letter letter) {
        if (!portal()) {
            return LetterKind.STRUCTURED;
        }
        return letter.kind() == LetterKind.STRUCTURED ? LetterKind.WORDS : letter.kind();
    }
}

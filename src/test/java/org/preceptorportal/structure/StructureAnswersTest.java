package org.preceptorportal.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preceptorportal.season.Season;
import org.preceptorportal.season.Seasons;
import org.preceptorportal.structure.Structure.Question;
import org.preceptorportal.structure.StructuredLetters.Written;

class StructureAnswersTest {
    private final Structures structures = new Structures();
    private Structure form;

    @BeforeEach
    void read() {
        structures.read();
        form = structures.newest("emergency-medicine").orElseThrow();
    }

    /** Every question answered: levels in the middle, texts of forty words. */
    static Map<String, String> whole(Structure form) {
        Map<String, String> answers = new HashMap<>();
        for (Question question : form.questions()) {
            answers.put(question.code(), question.isText() ? "good ".repeat(40) : "2");
        }
        return answers;
    }

    @Test
    void keepsOnlyWhatFitsItsQuestion() {
        Map<String, String> sent = new HashMap<>();
        sent.put("history", "4");
        sent.put("plan", "5");
        sent.put("act", "0");
        sent.put("nature", "0");
        sent.put("guidance", "best");
        sent.put("unknown", "1");
        sent.put("narrative", "  words  ");
        assertThat(StructureAnswers.of(form, sent).values())
                .isEqualTo(Map.of("history", "4", "act", "0", "narrative", "words"));
    }

    @Test
    void comesBackAsItWasKept() {
        Map<String, String> answers = whole(form);
        answers.put("narrative", "“Wörter”, \"quoted\" \\ and\nlines 日本");
        String json = StructureAnswers.of(form, answers).json();
        assertThat(StructureAnswers.read(form, json).values())
                .isEqualTo(StructureAnswers.of(form, answers).values());
    }

    @Test
    void namesWhatKeepsItFromBeingSigned() {
        Map<String, String> answers = whole(form);
        assertThat(StructureAnswers.of(form, answers).missing()).isEmpty();
        answers.remove("procedures");
        assertThat(StructureAnswers.of(form, answers).missing()).isEmpty();
        answers.remove("history");
        answers.put("narrative", "word ".repeat(251));
        assertThat(StructureAnswers.of(form, answers).missing())
                .containsExactly(
                        "Takes a focused history and examines", "What a program should know");
        answers.put("narrative", "too short");
        assertThat(StructureAnswers.of(form, answers).missing()).hasSize(2);
    }

    @Test
    void countsTheAuthorsOwnLettersOfTwoSeasons() {
        History history =
                StructuredLetters.count(
                        form,
                        List.of(
                                written("2025-11-01", 4),
                                written("2026-01-15", 3),
                                written("2026-10-01", 3),
                                written("2026-10-02", null),
                                written("2024-10-02", 1)),
                        season("2026", "2025-06-01", "2026-05-31"),
                        season("2027", "2026-06-01", "2027-05-31"));
        assertThat(history.writtenLast()).isEqualTo(2);
        assertThat(history.writtenThis()).isEqualTo(2);
        assertThat(history.bands())
                .containsExactly(
                        new History.Count("Lower third", 0, 0),
                        new History.Count("Middle third", 0, 0),
                        new History.Count("Upper third", 1, 1),
                        new History.Count("Top tenth", 1, 0));
    }

    private static Written written(String day, Integer band) {
        return new Written(Instant.parse(day + "T15:00:00Z"), band);
    }

    private static Season season(String code, String first, String last) {
        Seasons seasons = new Seasons();
        seasons.read();
        Season season = seasons.get(code);
        assertThat(season.firstDay()).isEqualTo(LocalDate.parse(first));
        assertThat(season.lastDay()).isEqualTo(LocalDate.parse(last));
        assertThat(season.zone()).isEqualTo(ZoneId.of("America/New_York"));
        return season;
    }
}

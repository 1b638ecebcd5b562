package org.preceptorportal.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preceptorportal.letter.SampleLetter;
import org.preceptorportal.shell.Words;
import org.preceptorportal.structure.StructuredWriting.Difference;

/** S9: answers of two windows side by side, and those of a version that was signed. */
class TwoWindowsTest {
    private final Structures structures = new Structures();
    private final StructuredWriting writing = new StructuredWriting();
    private Structure form;

    @BeforeEach
    void read() {
        structures.read();
        writing.words = new Words();
        form = structures.newest("emergency-medicine").orElseThrow();
    }

    private StructureAnswers answers(Map<String, String> said) {
        return StructureAnswers.of(form, said);
    }

    @Test
    void showsWhatTheTwoAnswerDifferentlyInTheOrderOfTheQuestions() {
        Map<String, String> mine = new HashMap<>(StructureAnswersTest.whole(form));
        Map<String, String> saved = new HashMap<>(mine);
        mine.put("history", "0");
        saved.remove("plan");
        saved.put("narrative", "Other words.");

        List<Difference> differences =
                writing.differences(form, answers(mine), false, answers(saved), true);

        assertThat(differences).hasSize(4);
        assertThat(differences.get(0).label()).isEqualTo("Takes a focused history and examines");
        assertThat(differences.get(0).mine()).isEqualTo("Not observed");
        assertThat(differences.get(0).saved()).isNotEmpty().isNotEqualTo("2");
        assertThat(differences.get(1).saved()).as("no answer").isEmpty();
        assertThat(differences.get(2).saved()).isEqualTo("Other words.");
        assertThat(differences.get(3).mine()).isEqualTo("No");
        assertThat(differences.get(3).saved()).isEqualTo("Yes");
    }

    @Test
    void sameAnswersDoNotDiffer() {
        Map<String, String> said = StructureAnswersTest.whole(form);
        assertThat(writing.differences(form, answers(said), true, answers(said), true)).isEmpty();
    }

    @Test
    void aSignedVersionKeepsEverythingItsAnswersWere() {
        StructuredLetter row = new StructuredLetter(SampleLetter.signed(true), form);
        Map<String, String> said = StructureAnswersTest.whole(form);
        said.put("narrative", "“Wörter” \\ and\nlines 日本");
        row.answer(answers(said), true);
        assertThat(row.source().said())
                .contains("\"structure\":\"emergency-medicine\"")
                .contains("\"version\":" + form.version())
                .contains("\"hideHistory\":true")
                .contains("“Wörter” \\\\ and\\nlines 日本");
    }
}

package org.preceptorportal.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.preceptorportal.letter.LetterText;

/** The structures that come with the portal (SR-1). */
class StructuresTest {
    @Test
    void everyQuestionStandsOpenUntilItIsAnswered() {
        Structures structures = new Structures();
        structures.read();
        assertThat(structures.all()).extracting(Structure::code).contains("classic", "observer");
        for (Structure structure : structures.all()) {
            assertThat(structures.get(structure.code())).isEqualTo(structure);
            for (String question : structure.questions()) {
                String asked = "[" + question.replace("{0}", "O’Connor-Nguyễn") + "]";
                LetterText text = LetterText.parse("<p>" + asked + " Yes.</p>");
                assertThat(text.openQuestions()).containsExactly(asked);
            }
        }
    }
}

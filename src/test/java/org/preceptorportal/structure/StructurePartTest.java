package org.preceptorportal.structure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preceptorportal.letter.Letter;
import org.preceptorportal.letter.LetterHistory;
import org.preceptorportal.letter.LetterKind;
import org.preceptorportal.letter.LetterSource;
import org.preceptorportal.letter.SampleLetter;

/** S9: what becomes of the answers that stand there when earlier ones come back. */
class StructurePartTest {
    private final Structures structures = new Structures();
    private final StructurePart part = new StructurePart();
    private final List<LetterSource> kept = new ArrayList<>();
    private final Letter letter = SampleLetter.drafting();
    private StructuredLetter row;

    @BeforeEach
    void answersToAServicesOwnFormBesideProse() {
        structures.read();
        row = new StructuredLetter(letter, structures.newest("dermatology").orElseThrow());
        part.structured = new StructuredLetters();
        part.structured.structures = structures;
        part.structured.em =
                (EntityManager)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {EntityManager.class},
                                (proxy, method, arguments) -> row);
        part.history =
                new LetterHistory() {
                    @Override
                    public void keepAsIs(Letter of, LetterSource made) {
                        assertThat(of).isSameAs(letter);
                        kept.add(made);
                    }
                };
    }

    @Test
    void keepsTheAnswersThatOthersComeBackOver() {
        LetterSource earlier = said("Reads slides well.");
        LetterSource newest = said("Reads slides, and people, well.");
        part.restore(letter, earlier);
        assertThat(row.source()).isEqualTo(earlier);
        assertThat(kept).containsExactly(newest);
    }

    @Test
    void keepsNothingThatIsThereAlready() {
        LetterSource newest = said("Reads slides well.");
        part.restore(letter, newest);
        assertThat(row.source()).isEqualTo(newest);
        assertThat(kept).isEmpty();
    }

    @Test
    void aServicesOwnFormMakesNoLetter() {
        LetterSource earlier = said("Reads slides well.");
        assertThat(part.restore(letter, earlier)).isEqualTo(LetterKind.WORDS);
        letter.compose(LetterKind.STRUCTURED, 0, "Ana Ruiz, MD", SampleLetter.NOW);
        assertThat(part.restore(letter, earlier)).isEqualTo(LetterKind.WORDS);
        letter.compose(LetterKind.OWN_PDF, 0, "Ana Ruiz, MD", SampleLetter.NOW);
        assertThat(part.restore(letter, earlier)).isEqualTo(LetterKind.OWN_PDF);
    }

    private LetterSource said(String strengths) {
        Structure form = structures.get(row.structure(), row.structureVersion());
        row.answer(StructureAnswers.of(form, Map.of("strengths", strengths)), false);
        return row.source();
    }
}
